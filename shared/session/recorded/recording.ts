import type { FlowClosure } from '../../flow/flow.ts'
import type { LogEntry, StepAddress } from '../event.ts'
import { addressOf } from '../place.ts'
import type { Act, Session, SessionHeader } from '../session.ts'
import { digestOf } from './digest.ts'

/**
 * A log as some version of the rules once stored it, with the state it led to then; the notes it gave stand in
 * `shared/note/recorded`. Recordings are never changed: rules that no longer lead there are a new version.
 */
export interface Recording {
  about: string
  header: SessionHeader
  closure: FlowClosure | null
  log: LogEntry[]
  expected: Expected
}

/** The state in a form to read; the digest covers all of it. */
export interface Expected {
  status: Session['status']
  address: StepAddress | null
  outcome: string | null
  visit: number
  standings: Act['standing'][]
  values: Record<string, string>
  edits: string[]
  digest: string
}

/** The state that a session is in, as recordings hold it. */
export function expectedOf(session: Session): Expected {
  return {
    status: session.status,
    address: session.place && addressOf(session.place),
    outcome: session.outcome?.kind ?? null,
    visit: session.visit,
    standings: session.acts.map(({ standing }) => standing),
    values: Object.fromEntries(Object.entries(session.values).map(([name, { value }]) => [name, value])),
    edits: session.edits.map(({ kind, line }) => `${kind} ${line}`),
    digest: digestOf(session),
  }
}
