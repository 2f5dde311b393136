import type { FlowRef, OutcomeKind } from '../flow/flow.ts'
import type { LogEntry, ParkReason, RejectionReason, SessionEvent, StepAddress } from './event.ts'

/**
 * The rules that `advance` applies; a session is folded by the rules it started under. Version 2 folds as 1 does, and
 * what technicians write freely is internal in its notes unless they let the client read it; of 3 only the notes read
 * otherwise, in what they say of waits and of what the ticket does not have.
 */
export type RulesVersion = 1 | 2 | 3

/** What a session is about and pinned to; set at its start and never changed. */
export interface SessionHeader {
  id: string
  rules: RulesVersion
  flow: FlowRef | null
  ticket: SessionTicket
  startedBy: string
  startedAt: string
  /** Values of `ticket.*`, `company.*`, `contact.*`, `configuration.*` as they were at the start. */
  facts: Record<string, string>
}

export interface SessionTicket {
  /** The number that ConnectWise shows, which is also its record id. */
  id: number
  kind: 'service' | 'project'
  summary: string
  company: { id: number; name: string }
}

/** The state that a log folds to: what the panel draws and the note is composed from. */
export interface Session {
  header: SessionHeader
  /** Sequence of the last entry folded in; 0 for a new session. */
  seq: number
  status: 'active' | 'paused' | 'parked' | 'ended'
  parked: { event: string; reason: ParkReason; until?: string; words?: string } | null
  /** The step to show, innermost frame last; null in a session without a flow. */
  place: Place | null
  /** Reached through an outcome step or a `concluded` event. */
  outcome: { kind: OutcomeKind; step?: StepAddress; event: string; words?: string } | null
  /** Everything that happened, in order, with what became of it. */
  acts: Act[]
  /** Ids of the events that led to `place` and still stand, oldest first: what *back* can name. */
  trail: string[]
  /** Counts up at each resume after a park; 1 at the start. */
  visit: number
  /** Captured inputs by name, from events that were not superseded. */
  values: Record<string, { value: string; event: string }>
  edits: LineEdit[]
  /** Events already folded in, so that a repeated one changes nothing. */
  known: Record<string, number>
}

export interface Place {
  /** Outermost flow first; every frame but the last stands at a subflow step. */
  frames: Frame[]
  /** How often each limited edge was followed, by the step's address and the edge's name within it. */
  retries: Record<string, number>
}

export interface Frame {
  flow: FlowRef
  step: string
}

/**
 * One event and its standing. `undone`: the technician went back past it, so it no longer leads anywhere, though
 * it happened; `superseded`: named by `went_back` or `changed_answer`; `late`: it changed no state.
 */
export interface Act {
  seq: number
  event: SessionEvent
  standing: 'stands' | 'undone' | 'superseded' | 'late' | 'struck'
  /** The event that superseded it. */
  by?: string
  late?: RejectionReason
  /** Where the session stood before it; set on events that move it. */
  before?: Place | null
  /** The member's visit this belongs to: counts up at each resume after a park. */
  visit: number
}

export interface LineEdit {
  event: string
  kind: 'edited' | 'added' | 'removed' | 'shown'
  /** The line's key, or for an added line the key it gets. */
  line: string
  section?: string
  text?: string
  reason?: string
  /** Whether the client may read it, where the event says so. */
  client?: boolean
}

/** What follows from an event, for whoever folds to carry out. */
export type Effect =
  | { type: 'entered'; step: StepAddress }
  | { type: 'ended'; outcome: OutcomeKind }
  | { type: 'reopened' }
  | { type: 'parked'; reason: ParkReason; until?: string }
  | { type: 'resumed' }
  | { type: 'posted'; post: string }

export type Advance =
  | { ok: true; session: Session; effects: Effect[] }
  | { ok: false; reason: RejectionReason }

export type Log = LogEntry[]
