import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Db, Tx } from './db.ts'
import { migrationsFolder } from './migrations-folder.ts'
import { schema } from './schema.ts'

/**
 * Opens the embedded database and migrates it. `dataDir` is a folder, or undefined for one in memory; whoever calls
 * must hold the folder's lock, since the engine itself has none. Not safe against power loss.
 */
export async function openEmbedded(dataDir: string | undefined): Promise<Db> {
  const client = await (dataDir === undefined ? PGlite.create() : PGlite.create({ dataDir }))
  const db = await openPGlite(client)
  // The folder's lock tells that the process which held these is gone: nothing has to wait for its leases to end.
  await client.exec('UPDATE directory.delivery_due SET lease_until = NULL WHERE lease_until IS NOT NULL')
  return db
}

/** The same over an engine already made, as tests do from a template. */
export async function openPGlite(client: PGlite): Promise<Db> {
  const database = drizzle({ client, schema, casing: 'snake_case' })
  await migrate(database, { migrationsFolder })
  const transaction = <T>(team: string | null, work: (tx: Tx) => Promise<T>) =>
    database.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('app.team_id', ${team ?? ''}, true), set_config('role', 'app_user', true)`,
      )
      return work(tx)
    })
  return {
    kind: 'embedded',
    asTeam: transaction,
    withoutTeam: (work) => transaction(null, work),
    async listen(channel, onPayload, onGap) {
      const stop = await client.listen(channel, onPayload)
      onGap()
      return () => stop()
    },
    async ping() {
      return database.execute(sql`select 1`).then(
        () => true,
        () => false,
      )
    },
    close: () => client.close(),
  }
}
