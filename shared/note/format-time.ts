import { type NoteStrings, say } from './strings.ts'

/** Draws instants in one person's zone, in a catalogue's words. */
export interface Clock {
  /** Time of day, such as 14:05. */
  time(at: string): string
  /** Day with year, such as 3 Mar 2026. */
  day(at: string): string
  /** Day and time, such as 3 Mar, 14:05. */
  stamp(at: string): string
}

/** When a stretch ended that began at `from`: the day is named where it is another one. Instants in ISO 8601. */
export function endOf(clock: Clock, from: string, to: string): string {
  return clock.day(from) === clock.day(to) ? clock.time(to) : clock.stamp(to)
}

/** What a clock on the wall of a zone reads, by the name of the part: 1 for January. */
type Reading = Record<string, number>

const readers = new Map<string, (instant: number) => Reading>()

/**
 * A clock for an IANA zone; an unknown one falls back to UTC. The engine is asked for numbers only, since its names
 * of months and its marks between the parts change with its version: every engine gives the same text, as far as
 * it knows the same rules for the zone. A text that is no instant is drawn as it is.
 */
export function clockFor(timeZone: string, strings: NoteStrings): Clock {
  const read = readers.get(timeZone) ?? makeReader(timeZone)
  readers.set(timeZone, read)
  const drawer = (template: string) => (at: string) => {
    const instant = Date.parse(at)
    if (Number.isNaN(instant)) return at
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = read(instant)
    const time = say(strings.time, { hour: twoDigits(hour % 24), minute: twoDigits(minute) })
    return say(template, { year: `${year}`, month: strings.months[month - 1] ?? '', day: `${day}`, time })
  }
  return { time: drawer('{time}'), day: drawer(strings.day), stamp: drawer(strings.stamp) }
}

function makeReader(timeZone: string): (instant: number) => Reading {
  const numeric = 'numeric'
  try {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
    })
    return (instant) =>
      Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  } catch {
    return makeReader('UTC')
  }
}

function twoDigits(number: number): string {
  return `${number}`.padStart(2, '0')
}
