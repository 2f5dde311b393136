import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** Where the migrations of this version lie. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** When the newest migration of this version was made, as the database keeps it of those it has. */
export function newestMigration(): number {
  return Math.max(...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis))
}
