import type { SessionEvent } from '../session/event.ts'
import type { Session } from '../session/session.ts'
import type { Draft } from './edit-lines.ts'
import { type Clock, endOf } from './format-time.ts'
import { type NoteStrings, say } from './strings.ts'

/** The poster's own working time for the stretch a note covers. */
export interface PosterTime {
  /** UTC ISO 8601. */
  start: string
  end: string
  minutes: number
  /** Stretches between that were not worked. */
  gaps?: { from: string; to: string }[]
}

/** More stretches than this are counted, not listed. */
const MOST_GAPS = 3

/**
 * The line of the poster's minutes, or null without time or without an event of theirs for it: it rests on the first
 * and the last thing they did within that time, and on what they said about its start and gaps.
 */
export function timeLine(
  session: Session,
  poster: string,
  from: number,
  time: PosterTime | null,
  clock: Clock,
  strings: NoteStrings,
): Draft | null {
  const events = time ? eventsBehind(session, poster, from, time) : []
  if (!time || events.length === 0) return null
  const sameDay = clock.day(time.start) === clock.day(time.end)
  const text = say(strings.worked, {
    from: `${clock.day(time.start)}, ${clock.time(time.start)}`,
    to: sameDay ? clock.time(time.end) : `${clock.day(time.end)}, ${clock.time(time.end)}`,
    minutes:
      time.minutes < 1 ? strings.lessThanAMinute : say(strings.minutes, { minutes: `${time.minutes}` }),
  })
  const listed = (time.gaps ?? []).map(({ from, to }) =>
    sameDay
      ? `${clock.time(from)}–${clock.time(to)}`
      : say(strings.stretch, { from: clock.stamp(from), to: endOf(clock, from, to) }),
  )
  const apart = sameDay ? ', ' : '; '
  const gaps = listed.slice(0, MOST_GAPS).join(apart) + (listed.length > MOST_GAPS ? `${apart}…` : '')
  return {
    section: 'time',
    seq: session.seq,
    line: {
      key: `time:${from}`,
      text: gaps ? say(strings.notCounted, { text, gaps }) : text,
      events,
      audience: 'internal',
      words: 'ours',
    },
  }
}

/** Ids of the poster's events that give a stretch of time; where none lies within it, of what came next to it. */
function eventsBehind(session: Session, poster: string, from: number, time: PosterTime): string[] {
  const own = session.acts.filter(({ event }) => event.by === poster && isWork(event.type))
  const done = own.filter(({ event }) => event.type !== 'start_moved' && event.type !== 'gap_judged')
  const [start, end] = [Date.parse(time.start), Date.parse(time.end)]
  const within = done.filter(({ event }) => Date.parse(event.at) >= start && Date.parse(event.at) <= end)
  const near = within.length > 0 ? within : own.filter(({ seq }) => seq > from)
  const said = own.filter(({ event }) => isAbout(event, start, end))
  return [...new Set([...near.slice(0, 1), ...said, ...near.slice(-1)].map(({ event }) => event.id))]
}

/** Whether somebody says with it where this time begins, or about a gap in it. */
function isAbout(event: SessionEvent, start: number, end: number): boolean {
  if (event.type === 'start_moved') return Date.parse(event.to) <= end && Date.parse(event.at) >= start
  return event.type === 'gap_judged' && Date.parse(event.from) < end && Date.parse(event.to) > start
}

/** Edits of the note and accepted posts are no work on the ticket. */
function isWork(type: string): boolean {
  return !type.startsWith('line_') && type !== 'posted' && type !== 'post_withdrawn' && type !== 'late_judged'
}
