import { migrateServer } from './db/migrate-server.ts'
import { readMigrationUrl } from './environment.ts'

/** Brings the database of DATABASE_MIGRATION_URL up to this version. */
async function migrate(): Promise<void> {
  await migrateServer(readMigrationUrl())
  process.stdout.write('The database is up to date.\n')
}

migrate().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
