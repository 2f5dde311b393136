import type { FlowClosure } from '../../flow/flow.ts'
import type { Random } from '../../testing/seeded-random.ts'
import { advance } from '../advance.ts'
import type { LogEntry } from '../event.ts'
import { foldOn } from '../fold.ts'
import type { Session } from '../session.ts'
import { startSession } from '../start-session.ts'
import { randomBody } from './random-event.ts'
import { eventOf, headerOf } from './script.ts'

/** A session that nothing has happened in yet. */
export const opened = (closure: FlowClosure | null): Session =>
  startSession(headerOf(closure?.root ?? null), closure)

/** A session after `length` random events, with the log that a server would have stored. */
export function randomLog(random: Random, closure: FlowClosure | null, length: number) {
  let session = opened(closure)
  const log: LogEntry[] = []
  for (let seq = 1; seq <= length; seq++) {
    const ids = log.map(({ event }) => event.id)
    const event = eventOf(seq, randomBody(random, closure, session, ids))
    const next = advance(closure, session, event, seq)
    const entry: LogEntry = next.ok ? { seq, event } : { seq, event, late: next.reason }
    session = next.ok ? next.session : foldOn(session, closure, [entry])
    log.push(entry)
  }
  return { session, log }
}
