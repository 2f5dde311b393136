import type { Session } from '../session/session.ts'
import type { Draft } from './edit-lines.ts'
import type { Clock } from './format-time.ts'
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
 * The line of the poster's minutes, or null without time or without an event of theirs after `from`: it rests on
 * the first and the last of those, and on what they said about start and gaps.
 */
export function timeLine(
  session: Session,
  poster: string,
  from: number,
  time: PosterTime | null,
  clock: Clock,
  strings: NoteStrings,
): Draft | null {
  const own = session.acts.filter(({ seq, event }) => seq > from && event.by === poster && isWork(event.type))
  const [first, last] = [own[0], own.at(-1)]
  if (!time || !first || !last) return null
  const said = own.filter(({ event }) => event.type === 'start_moved' || event.type === 'gap_judged')
  const sameDay = clock.day(time.start) === clock.day(time.end)
  const text = say(strings.worked, {
    from: `${clock.day(time.start)}, ${clock.time(time.start)}`,
    to: sameDay ? clock.time(time.end) : `${clock.day(time.end)}, ${clock.time(time.end)}`,
    minutes:
      time.minutes < 1 ? strings.lessThanAMinute : say(strings.minutes, { minutes: `${time.minutes}` }),
  })
  const listed = (time.gaps ?? []).map((gap) => `${clock.time(gap.from)}–${clock.time(gap.to)}`)
  const gaps = listed.slice(0, MOST_GAPS).join(', ') + (listed.length > MOST_GAPS ? ', …' : '')
  return {
    section: 'time',
    seq: session.seq,
    line: {
      key: `time:${from}`,
      text: gaps ? say(strings.notCounted, { text, gaps }) : text,
      events: [...new Set([first, ...said, last].map(({ event }) => event.id))],
      audience: 'internal',
      words: 'ours',
    },
  }
}

/** Edits of the note and accepted posts are no work on the ticket. */
function isWork(type: string): boolean {
  return !type.startsWith('line_') && type !== 'posted' && type !== 'post_withdrawn' && type !== 'late_judged'
}
