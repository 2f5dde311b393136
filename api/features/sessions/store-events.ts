import { eq } from 'drizzle-orm'
import type { Context } from '#api/context.ts'
import { announce } from '#api/db/announce.ts'
import type { Tx } from '#api/db/db.ts'
import { session, sessionEvent } from '#api/db/schema/session.ts'
import { appendEvents } from '#shared/session/append.ts'
import { coveredUpTo } from '#shared/session/coverage.ts'
import type { LogEntry, SessionEvent } from '#shared/session/event.ts'
import { foldSession, type SessionRow } from './load-session.ts'

/** Events stored, and what to do once the transaction has committed: remembering it sooner could outlive a rollback. */
export interface Stored {
  entries: LogEntry[]
  committed(): void
}

/** Stores events at the end of a locked session's log, by the shared rule, and wakes its followers. */
export async function storeEvents(
  tx: Tx,
  context: Context,
  row: SessionRow,
  events: SessionEvent[],
): Promise<Stored> {
  const { session: before, closure } = await foldSession(tx, context, row)
  const { entries, session: after } = appendEvents(before, closure, events, row.seq)
  const committed = () => context.folded.put(context.team, row.id, { session: after, closure })
  if (entries.length === 0) return { entries, committed }
  const now = new Date(context.clock.now())
  const insert = tx.insert(sessionEvent).values(
    entries.map(({ seq, event, late }) => ({
      teamId: context.team,
      sessionId: row.id,
      seq,
      id: event.id,
      by: event.by,
      at: new Date(event.at),
      event,
      late: late ?? null,
      storedAt: now,
    })),
  )
  const update = tx
    .update(session)
    .set({
      seq: after.seq,
      status: after.status,
      postedUpTo: coveredUpTo(after),
      lastEventAt: now,
      // A session that goes on after its end stays findable by its id; the ticket may have a newer one by now.
      ...(after.status === 'ended' && { open: false }),
    })
    .where(eq(session.id, row.id))
  // None needs another's answer, so all travel at once; where one fails, the rest fail with it.
  await Promise.all([insert, update, announce(tx, context.team, row.id)])
  return { entries, committed }
}
