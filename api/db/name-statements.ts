import type { Sql, TransactionSql } from 'postgres'

/** Longer statements are batches, hardly ever of the same size twice: to keep each on the server would only cost memory. */
const longest = 2_000

/**
 * The same client, its statements named: drizzle asks for unnamed ones, each of which costs a second round trip (to
 * learn its parameters' types) and a plan every time. A named one is parsed once per connection.
 */
export function nameStatements(client: Sql): Sql {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'unsafe') return named(target)
      if (key !== 'begin') return Reflect.get(target, key)
      return (work: (tx: TransactionSql) => unknown) =>
        target.begin((tx) =>
          work(
            new Proxy(tx, { get: (own, name) => (name === 'unsafe' ? named(own) : Reflect.get(own, name)) }),
          ),
        )
    },
  })
}

function named(client: Sql | TransactionSql): Sql['unsafe'] {
  return (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: query.length <= longest })
}
