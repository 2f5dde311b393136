/**
 * What can happen in a session. Events are created by clients with their own ids (UUIDv7), stored in one dense
 * sequence per session, and are the only source of a note. Never change the meaning of a field: raise `v`.
 */
export type SessionEvent = EventHead & EventBody

export interface EventHead {
  id: string
  v: 1
  /** When it happened: UTC, ISO 8601 with milliseconds, the client's clock corrected by its measured offset. */
  at: string
  /** The member's id. */
  by: string
}

/**
 * `client` on what a technician wrote freely: whether the client may read it. Without it nobody outside may, but for
 * sessions under rules version 1, whose words were for everyone.
 */
export type EventBody =
  | { type: 'answered'; step: StepAddress; choice: string }
  | { type: 'done'; step: StepAddress; typedTarget?: string }
  | { type: 'captured'; step: StepAddress; values: Record<string, string> }
  /** `to`: the step where the technician goes on, chosen where the flow has no clear way past the step. */
  | ({ type: 'skipped'; reason: SkipReason } & PassedOver)
  | ({ type: 'not_relevant'; reason: NotRelevantReason } & PassedOver)
  /** "I did something else": an act outside the flow, in the technician's words. */
  | { type: 'acted'; step?: StepAddress; text: string; client?: boolean }
  | { type: 'evidence'; step?: StepAddress; title: string; text: string; source: EvidenceSource }
  /** Returns to the step of the named event; that event no longer stands. */
  | { type: 'went_back'; supersedes: string }
  /** Answers the question of the named event anew. */
  | { type: 'changed_answer'; supersedes: string; choice: string }
  | { type: 'paused' }
  | { type: 'resumed' }
  /** `until`: when to look at it again, UTC ISO 8601. */
  | { type: 'parked'; reason: ParkReason; until?: string; words?: string }
  /**
   * Ends the session outside an outcome step, or without a flow. `cause` is asked for where it is resolved, `handOff`
   * where somebody else takes over; what was asked for and left blank is there, and empty.
   */
  | {
      type: 'concluded'
      outcome: 'resolved' | 'escalate' | 'refer'
      words: string
      cause?: Cause
      handOff?: HandOff
      client?: boolean
    }
  | { type: 'line_edited'; line: string; text: string; client?: boolean }
  | { type: 'line_added'; section: string; text: string; client?: boolean }
  /** `reason` is required where the line is a failed attempt or the outcome. */
  | { type: 'line_removed'; line: string; reason?: string }
  | { type: 'line_restored'; line: string }
  /** From now on the client may read this line of the note, or may not. */
  | { type: 'line_shown'; line: string; client: boolean }
  /** Moves the start of the work back, e.g. to when the call began. */
  | { type: 'start_moved'; to: string }
  /** Answers the question about a stretch without activity. */
  | { type: 'gap_judged'; from: string; to: string; worked: boolean }
  /** What to do with an event that came late: keep it as "also done", or strike it. */
  | { type: 'late_judged'; event: string; keep: boolean }
  /**
   * Appended by the API when a post is accepted; it covers what happened up to `upTo`. `time`: the stretches of the
   * poster's work that it enters; without it, all that was known by then. `audience`: who reads it, the team without
   * it. `whole`: it told the whole session, not only what no earlier post had told those readers.
   */
  | {
      type: 'posted'
      post: string
      upTo: number
      time?: { from: string; to: string }[]
      audience?: 'internal' | 'discussion' | 'resolution'
      whole?: true
    }
  /** Appended by the API when a post was undone or given up: what it covered is uncovered again. */
  | { type: 'post_withdrawn'; post: string }

interface PassedOver {
  step: StepAddress
  words?: string
  client?: boolean
  to?: StepAddress
}

export type EventType = EventBody['type']

/** Which step, in which place of the subflow stack: `["outlook@2:start-safe-mode"]`, outermost first. */
export type StepAddress = string[]

export type SkipReason = 'done_before' | 'no_access' | 'user_declined' | 'no_time' | 'other'
export type NotRelevantReason =
  | 'other_device'
  | 'other_software'
  | 'already_known'
  | 'does_not_apply'
  | 'other'
/** What was wrong, in the technician's words. */
export interface Cause {
  text: string
  certainty: 'confirmed' | 'likely' | 'unknown'
}
/** For whoever takes over. `verifyFirst`: one thing a line; `to`: who it is. */
export interface HandOff {
  openQuestion: string
  verifyFirst: string
  to: string
}
export type ParkReason = 'waiting_client' | 'waiting_vendor' | 'waiting_part' | 'scheduled' | 'no_answer'
export type EvidenceSource = 'pasted' | 'dropped' | 'selected' | 'captured'

/** An event as the log holds it. `late`: it no longer applied when it arrived, so it changed no state. */
export interface LogEntry {
  seq: number
  event: SessionEvent
  late?: RejectionReason
}

export type RejectionReason =
  | 'not_this_step'
  | 'unknown_step'
  | 'unknown_choice'
  | 'unknown_event'
  | 'already_superseded'
  | 'values_missing'
  | 'target_mismatch'
  | 'words_missing'
  | 'reason_missing'
  | 'session_ended'
  | 'not_possible_now'
