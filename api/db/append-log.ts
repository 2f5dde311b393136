import { sql } from 'drizzle-orm'
import type { LogEntry } from '#shared/session/event.ts'
import type { Session } from '#shared/session/session.ts'
import type { Tx } from './db.ts'

/*
 * The statements of the one write that people wait for, spelled out: to put them together anew for every event would
 * cost as much as running them, and one text for any number of events is parsed once per connection.
 */

/** Adds entries at the end of a session's log. */
export async function addToLog(
  tx: Tx,
  team: string,
  session: string,
  entries: readonly LogEntry[],
  storedAt: Date,
): Promise<void> {
  const rows = entries.map(({ seq, event, late }) => {
    const { id, by, at } = event
    return { seq, id, by, at, event, late: late ?? null }
  })
  await tx.execute(sql`
    insert into session_event (team_id, session_id, seq, id, by, at, event, late, stored_at)
    select ${team}::uuid, ${session}::uuid, seq, id, by, at, event, late, ${storedAt.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as added (seq integer, id uuid, by uuid, at timestamptz, event jsonb, late text)`)
}

/** Takes down where a session stands after an append. */
export async function moveSession(
  tx: Tx,
  session: string,
  {
    seq,
    status,
    outcome,
    postedUpTo,
    at,
  }: Pick<Session, 'seq' | 'status' | 'outcome'> & { postedUpTo: number; at: Date },
): Promise<void> {
  // A session that goes on after its end stays findable by its id; the ticket may have a newer one by now.
  await tx.execute(sql`
    update session set
      seq = ${seq}::integer,
      status = ${status}::text,
      outcome = ${outcome?.kind ?? null}::text,
      posted_up_to = ${postedUpTo}::integer,
      last_event_at = ${at.toISOString()}::timestamptz,
      open = open and ${status !== 'ended'}::boolean
    where id = ${session}::uuid`)
}
