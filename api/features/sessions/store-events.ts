import type { Context } from '#api/context.ts'
import { announce } from '#api/db/announce.ts'
import { addToLog, moveSession } from '#api/db/append-log.ts'
import type { Tx } from '#api/db/db.ts'
import { postedUpTo } from '#shared/note/posted-up-to.ts'
import { appendEvents } from '#shared/session/append.ts'
import type { LogEntry, SessionEvent } from '#shared/session/event.ts'
import { redactCaptured } from '#shared/session/redact-captured.ts'
import { foldSession, type SessionHead } from './load-session.ts'

/** Events stored, and what to do once the transaction has committed: remembering it sooner could outlive a rollback. */
export interface Stored {
  entries: LogEntry[]
  committed(): void
}

/** Stores events at the end of a locked session's log, by the shared rule, and wakes its followers. */
export async function storeEvents(
  tx: Tx,
  context: Context,
  row: SessionHead,
  events: SessionEvent[],
): Promise<Stored> {
  const { session: before, closure } = await foldSession(tx, context, row)
  // Only now are the labels of the fields at hand.
  const clean = events.map((event) => redactCaptured(event, closure))
  const { entries, session: after } = appendEvents(before, closure, clean, row.seq)
  const committed = () => context.folded.put(context.team, row.id, { session: after, closure })
  if (entries.length === 0) return { entries, committed }
  const at = new Date(context.clock.now())
  const { seq, status, outcome } = after
  // None needs another's answer, so all travel at once; where one fails, the rest fail with it.
  await Promise.all([
    addToLog(tx, context.team, row.id, entries, at),
    moveSession(tx, row.id, { seq, status, outcome, postedUpTo: postedUpTo(after, closure), at }),
    announce(tx, context.team, row.id),
  ])
  return { entries, committed }
}
