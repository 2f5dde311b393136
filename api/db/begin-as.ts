import type { Sql, TransactionSql } from 'postgres'

/** Longer statements are batches, hardly ever of one size twice: to keep each on the server would only cost memory. */
const longestNamed = 2_000

/** The client, every transaction of which runs as app_user with this team, or none, in context until it ends. */
export function beginAs(client: Sql, team: string | null): Sql {
  const begin = (work: (tx: TransactionSql) => Promise<unknown>) =>
    client.begin(async (tx) => {
      // Not waited for, so that it travels with the first statement of the work: a connection runs statements in the
      // order they were issued in, and after one that fails PostgreSQL refuses the rest of the transaction.
      const context =
        tx`select set_config('app.team_id', ${team ?? ''}, true), set_config('role', 'app_user', true)`.execute()
      const result = await work(nameStatements(tx))
      await context
      return result
    })
  return new Proxy(client, { get: (own, key) => (key === 'begin' ? begin : Reflect.get(own, key)) })
}

/**
 * The same transaction, its statements named: drizzle asks for unnamed ones, each of which costs a second round trip
 * (to learn its parameters' types) and a plan every time. A named one is parsed once per connection.
 */
function nameStatements(tx: TransactionSql): TransactionSql {
  const unsafe: TransactionSql['unsafe'] = (query, parameters, options) =>
    tx.unsafe(query, parameters, { ...options, prepare: query.length <= longestNamed })
  return new Proxy(tx, { get: (own, key) => (key === 'unsafe' ? unsafe : Reflect.get(own, key)) })
}
