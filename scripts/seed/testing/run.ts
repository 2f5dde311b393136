import type { SessionHeader } from '#shared/session/session.ts'
import type { Move } from './run-flow.ts'

export type RunOn = Pick<SessionHeader, 'ticket' | 'facts'>

/** One way through a flow. */
export interface RunOf {
  /** Names the run and the file that holds its note. */
  name: string
  moves: Move[]
  outcome: 'resolved' | 'escalate' | 'refer'
}

/** A flow walked on a ticket. */
export interface Run extends RunOf {
  flow: string
  ticket: RunOn
}
