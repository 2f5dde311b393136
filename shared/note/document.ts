/** A note before it is drawn: a rendering of a session's events, every line traceable to the ids behind it. */
export interface NoteDocument {
  sections: NoteSection[]
  /** Five events or fewer: read as one paragraph, without headings. */
  short: boolean
  /** A sentence that says how little was recorded, or null. */
  thin: string | null
}

export interface NoteSection {
  kind: SectionKind
  lines: NoteLine[]
}

export type SectionKind =
  | 'reported'
  | 'tried'
  | 'ruled_out'
  | 'cause'
  | 'done'
  | 'also_done'
  | 'verified'
  | 'open_question'
  | 'verify_first'
  | 'next'
  | 'time'

export interface NoteLine {
  /** Stable over recompositions: made of the line's role and the id of the first event behind it. */
  key: string
  text: string
  /** When it happened, UTC ISO 8601; drawn in the poster's local time. */
  at?: string
  /** Long pasted output, drawn fenced and cut with a mark. */
  output?: string
  events: string[]
  /**
   * Internal lines are left out of text that the client may see: remarks of ours, and what a technician wrote or
   * captured freely, unless they let the client read it.
   */
  audience: 'everyone' | 'internal'
  /** A line that the technician wrote or changed is shown as their words. */
  words: 'ours' | 'technician'
  /** The line was edited, and what it was made from has changed since. */
  outdated?: true
  /** It tells of a step that was skipped or is not relevant. */
  passedOver?: true
  /** Removing the line asks why: it tells an attempt that failed, or the outcome. */
  guard?: 'failed_attempt' | 'outcome'
}

export type Audience = 'internal' | 'discussion' | 'resolution'
