import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { beginAs } from './begin-as.ts'
import type { Db, Tx } from './db.ts'

const casing = 'snake_case'

/** Opens a PostgreSQL server. `url` is the login that the API runs as; `connections` bounds the pool. */
export function openServer(url: string, connections = 10): Db {
  const client = postgres(url, {
    max: connections,
    onnotice() {},
    // The driver's own goes up to 20 s, for which requests would hang, and the database be back unnoticed.
    backoff: (failures) => Math.min(0.05 * 2 ** failures, 1),
    connection: { application_name: 'resolutionflow' },
  })
  // Also sets the client's parsers to what drizzle expects.
  const database = drizzle({ client, casing })
  const dialect = new PgDialect({ casing })
  const transaction = <T>(team: string | null, work: (tx: Tx) => Promise<T>) =>
    new PostgresJsSession(beginAs(client, team), dialect, undefined).transaction(work)
  return {
    kind: 'server',
    asTeam: transaction,
    withoutTeam: (work) => transaction(null, work),
    async listen(channel, onPayload, onGap) {
      const subscription = await client.listen(channel, onPayload, onGap)
      return () => subscription.unlisten()
    },
    async ping() {
      return database.execute(sql`select 1`).then(
        () => true,
        () => false,
      )
    },
    close: () => client.end({ timeout: 5 }),
  }
}
