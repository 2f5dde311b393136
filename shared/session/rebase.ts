import type { FlowClosure } from '../flow/flow.ts'
import { appendEvents } from './append.ts'
import type { LogEntry, RejectionReason, SessionEvent } from './event.ts'
import { fold } from './fold.ts'
import type { Session, SessionHeader } from './session.ts'

export interface Rebased {
  /** What the client shows: the server's log with its own unsent events on top. */
  session: Session
  /** What the server does not have yet, in the order to send it. */
  unsent: SessionEvent[]
  /** Which of those will be stored as late, and why. */
  late: { event: SessionEvent; reason: RejectionReason }[]
}

/**
 * What a client holds after it learned the server's log: its unsent events folded on top by the same rule that
 * the server stores them by. Events that the log already has are no longer unsent.
 */
export function rebase(
  header: SessionHeader,
  closure: FlowClosure | null,
  serverLog: LogEntry[],
  unsent: SessionEvent[],
): Rebased {
  const base = fold(header, closure, serverLog)
  const { entries, session } = appendEvents(base, closure, unsent, base.seq)
  return {
    session,
    unsent: entries.map(({ event }) => event),
    late: entries.flatMap(({ event, late }) => (late ? [{ event, reason: late }] : [])),
  }
}
