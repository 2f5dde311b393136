import type { Span } from './span.ts'

export interface DayPart {
  /** The member's calendar day, `2026-11-24`. */
  day: string
  from: string
  to: string
}

/** No day lasts longer, whatever the clocks do. */
const LONGEST_DAY = 26 * 60 * 60_000

/**
 * Stretches of time cut at midnight of an IANA time zone, days of 23 and 25 hours included. Throws a
 * `RangeError` for a zone that does not exist.
 */
export function splitByDay(stretches: { from: string; to: string }[], timeZone: string): DayPart[] {
  const days = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const dayOf = (at: number) => days.format(at)
  return stretches.flatMap(({ from, to }) => cut({ from: Date.parse(from), to: Date.parse(to) }, dayOf))
}

function cut(span: Span, dayOf: (at: number) => string): DayPart[] {
  const parts: DayPart[] = []
  let { from } = span
  while (from < span.to) {
    const day = dayOf(from)
    const to = endOfDay(from, Math.min(span.to, from + LONGEST_DAY), dayOf)
    parts.push({ day, from: new Date(from).toISOString(), to: new Date(to).toISOString() })
    from = to
  }
  return parts
}

/** The first instant after `from` on another day, or `limit` where the day lasts that long. */
function endOfDay(from: number, limit: number, dayOf: (at: number) => string): number {
  const day = dayOf(from)
  if (dayOf(limit) === day) return limit
  let [same, other] = [from, limit]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (dayOf(middle) === day) same = middle
    else other = middle
  }
  return other
}
