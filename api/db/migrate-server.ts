import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { migrationsFolder } from './migrations-folder.ts'

/** Brings a server's tables up to this version. `url` is the login that owns them; running it again changes nothing. */
export async function migrateServer(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice() {} })
  try {
    await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder })
  } finally {
    await client.end({ timeout: 5 })
  }
}
