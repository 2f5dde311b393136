import type { EventType, SessionEvent } from '../event.ts'

/** What one session contributes to a member's time. */
export interface MemberSession {
  session: string
  started: { by: string; at: string }
  /** Everybody's events in log order; only the member's own count. */
  events: SessionEvent[]
  /** The event through which the session ended, where it did. */
  endedBy?: string
}

/** A moment at which the member did something in a session. */
export interface Mark {
  /** Milliseconds since 1970. */
  at: number
  session: string
  /** The event's id; empty for the start of the session. */
  event: string
  /**
   * After it the clock rests: `break` within a visit, `leave` at its end, `end` unless the session is taken up again.
   * `posted` ends a visit at what was done before: a post carries no more than was shown when it was made. One that
   * was withdrawn is no mark.
   */
  rests: 'no' | 'break' | 'leave' | 'end' | 'posted'
}

/** Events that only speak about time or about other events: making one is no work on the ticket. */
const BOOKKEEPING: ReadonlySet<EventType> = new Set([
  'start_moved',
  'gap_judged',
  'late_judged',
  'post_withdrawn',
])

/** A member's marks over all sessions, by time; the order in which sessions are given does not matter. */
export function marksOf(member: string, sessions: MemberSession[]): Mark[] {
  return sessions.flatMap((session) => marksIn(member, session)).sort(byTime)
}

function marksIn(member: string, { session, started, events, endedBy }: MemberSession): Mark[] {
  const withdrawn = withdrawnPosts(events)
  const marks: Mark[] = []
  const add = (at: string, event: string, rests: Mark['rests']) => {
    const time = Date.parse(at)
    if (Number.isFinite(time)) marks.push({ at: time, session, event, rests })
  }
  if (started.by === member) add(started.at, '', 'no')
  for (const event of events) {
    if (event.by !== member || BOOKKEEPING.has(event.type)) continue
    if (event.type === 'posted' && withdrawn.has(event.post)) continue
    add(event.at, event.id, event.id === endedBy ? 'end' : restsAfter(event))
  }
  return marks
}

function restsAfter(event: SessionEvent): Mark['rests'] {
  if (event.type === 'paused') return 'break'
  if (event.type === 'parked') return 'leave'
  if (event.type === 'concluded') return 'end'
  return event.type === 'posted' ? 'posted' : 'no'
}

/** Posts that were undone or given up. */
export function withdrawnPosts(events: SessionEvent[]): Set<string> {
  return new Set(events.flatMap((event) => (event.type === 'post_withdrawn' ? [event.post] : [])))
}

function byTime(a: Mark, b: Mark): number {
  return a.at - b.at || compare(a.session, b.session) || compare(a.event, b.event)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
