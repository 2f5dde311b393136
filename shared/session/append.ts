import type { FlowClosure } from '../flow/flow.ts'
import { apply, isKnown, recordLate } from './apply.ts'
import type { LogEntry, SessionEvent } from './event.ts'
import type { Effect, Session } from './session.ts'
import { beginWork } from './work.ts'

export interface Appended {
  /** What to store, in sequence from `headSeq + 1`. */
  entries: LogEntry[]
  /** The session with these entries folded in, and what follows from them. */
  session: Session
  effects: Effect[]
}

/**
 * What a server stores when events arrive at a log whose last sequence is `headSeq` and which folds to `session`.
 * Every event gets in exactly once, in the order given; one that no longer applies is stored as late. To be
 * called under the session's lock.
 */
export function appendEvents(
  session: Session,
  closure: FlowClosure | null,
  incoming: SessionEvent[],
  headSeq: number,
): Appended {
  const work = beginWork(closure, session)
  const entries: LogEntry[] = []
  for (const event of incoming) {
    if (isKnown(work, event)) continue
    const seq = headSeq + entries.length + 1
    const late = apply(work, event, seq)
    if (late) recordLate(work, event, seq, late)
    entries.push(late ? { seq, event, late } : { seq, event })
  }
  return { entries, session: work.session, effects: work.effects }
}
