import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Db, Tx } from './db.ts'
import { nameStatements } from './name-statements.ts'
import { runAsTeam, runWithoutTeam } from './run-as.ts'
import { schema } from './schema.ts'

/** Opens a PostgreSQL server. `url` is the login that the API runs as; `connections` bounds the pool. */
export function openServer(url: string, connections = 10): Db {
  const client = postgres(url, {
    max: connections,
    onnotice() {},
    connection: { application_name: 'resolutionflow' },
  })
  const database = drizzle({ client: nameStatements(client), schema, casing: 'snake_case' })
  const inTransaction = <T>(prepare: (tx: Tx) => Promise<void>, work: (tx: Tx) => Promise<T>) =>
    database.transaction(async (tx) => {
      await prepare(tx)
      return work(tx)
    })
  return {
    kind: 'server',
    asTeam: (team, work) => inTransaction((tx) => runAsTeam(tx, team), work),
    withoutTeam: (work) => inTransaction(runWithoutTeam, work),
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
