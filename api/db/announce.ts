import { sql } from 'drizzle-orm'
import type { Tx } from './db.ts'

/** Where changes of sessions are made known to every process; the payload is a key and carries no content. */
export const changedChannel = 'session_changed'

/** A session's key on that channel. */
export const changedKey = (team: string, session: string): string => `${team}:${session}`

/** Wakes the session's followers in every process once this transaction commits. */
export async function announce(tx: Tx, team: string, session: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${changedChannel}, ${changedKey(team, session)})`)
}
