import type { FlowClosure } from '../flow/flow.ts'
import { beginning, settle } from './automatic.ts'
import type { Session, SessionHeader } from './session.ts'
import { lookupIn } from './variables.ts'

/**
 * A new session at its first step, automatic steps taken. Without a flow, or where the flow cannot be entered,
 * it has no place: the technician still records what they do and concludes.
 */
export function startSession(header: SessionHeader, closure: FlowClosure | null): Session {
  const session: Session = {
    header,
    seq: 0,
    status: 'active',
    parked: null,
    place: null,
    outcome: null,
    acts: [],
    trail: [],
    visit: 1,
    values: {},
    edits: [],
    known: {},
  }
  const start = closure && header.flow ? beginning(closure, header.flow) : undefined
  const settled = closure && start ? settle(closure, start, lookupIn(session)) : undefined
  if (!settled?.ok) return session
  if (!settled.ended) return { ...session, place: settled.place }
  const outcome = { ...settled.ended, event: header.id }
  return { ...session, place: settled.place, status: 'ended', outcome }
}
