import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { schema } from './schema.ts'

/** A transaction inside which only one team's rows exist. */
export type Tx = Pick<
  PgDatabase<PgQueryResultHKT, typeof schema>,
  'select' | 'insert' | 'update' | 'delete' | 'execute'
>

/** The database, embedded or on a server; what differs between the drivers stays inside. */
export interface Db {
  readonly kind: 'embedded' | 'server'
  /**
   * Runs `work` in one transaction as app_user with the team in context; commits when it resolves. One short
   * transaction per unit of work: nothing inside may wait for the network.
   */
  asTeam<T>(team: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As app_user without a team: only the directory functions answer. */
  withoutTeam<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Calls `onPayload` for each notification on the channel, and `onGap` whenever some may have been missed (once at
   * the start, and after each reconnect). Resolves to what ends it.
   */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>>
  /** Whether the database answers; false rather than an error. */
  ping(): Promise<boolean>
  close(): Promise<void>
}
