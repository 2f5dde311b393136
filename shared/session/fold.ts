import type { FlowClosure } from '../flow/flow.ts'
import { applyEntry } from './apply.ts'
import type { LogEntry } from './event.ts'
import type { Session, SessionHeader } from './session.ts'
import { startSession } from './start-session.ts'
import { beginWork } from './work.ts'

/**
 * The session that a log, in sequence, leads to. Total: an entry marked late, or one that does not apply, is
 * listed as late and changes nothing else. Time grows with the length of the log alone.
 */
export function fold(header: SessionHeader, closure: FlowClosure | null, log: LogEntry[]): Session {
  return foldOn(startSession(header, closure), closure, log)
}

/** The session after further entries; those already folded in change nothing. */
export function foldOn(session: Session, closure: FlowClosure | null, entries: LogEntry[]): Session {
  const work = beginWork(closure, session)
  for (const entry of entries) applyEntry(work, entry)
  return work.session
}
