import type { FlowClosure } from '../flow/flow.ts'
import { apply } from './apply.ts'
import type { SessionEvent } from './event.ts'
import type { Advance, Session } from './session.ts'
import { beginWork } from './work.ts'

/**
 * The session after one event that gets sequence `seq`, with the effects for the caller to carry out, or the
 * reason why the event does not apply. Pure and total. An event that is already in changes nothing.
 */
export function advance(
  closure: FlowClosure | null,
  session: Session,
  event: SessionEvent,
  seq: number,
): Advance {
  if (Object.hasOwn(session.known, event.id)) return { ok: true, session, effects: [] }
  const work = beginWork(closure, session)
  const reason = apply(work, event, seq)
  return reason ? { ok: false, reason } : { ok: true, session: work.session, effects: work.effects }
}
