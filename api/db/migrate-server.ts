import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { migrationsFolder } from './migrations-folder.ts'

/**
 * Brings a server's tables up to this version. `url` is the login that owns them; running it again changes nothing.
 * Throws, in the database's own words, where it does not answer or refuses.
 */
export async function migrateServer(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder })
  } catch (error) {
    throw plainly(error)
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** The statement that failed says nothing to a person; what the database or the network said of it does. */
function plainly(error: unknown): unknown {
  const told = innermost(error)
  if (!('code' in told) || typeof told.code !== 'string') return error
  const isBySql = /^[0-9A-Z]{5}$/.test(told.code) && 'severity' in told
  const what = isBySql ? 'refuses' : 'does not answer'
  return new Error(`The database of DATABASE_MIGRATION_URL ${what}: ${told.message || told.code}`)
}

function innermost(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  return error.cause === undefined ? error : innermost(error.cause)
}
