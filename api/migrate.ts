import { migrateServer } from './db/migrate-server.ts'

/** Brings the database of DATABASE_MIGRATION_URL up to this version. */
async function migrate(): Promise<void> {
  const url = process.env.DATABASE_MIGRATION_URL
  if (!url)
    throw new Error('DATABASE_MIGRATION_URL is missing: the address of the login that owns the tables.')
  await migrateServer(url)
  process.stdout.write('The database is up to date.\n')
}

migrate().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
