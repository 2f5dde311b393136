import { openTime } from '#shared/session/time/open-time.ts'
import { roundMinutes } from '#shared/session/time/round-minutes.ts'
import { type DayPart, splitByDay } from '#shared/session/time/split-by-day.ts'
import { minutesOf, type SessionTime } from '#shared/session/time/work-time.ts'

/** The time that a post carries. Instants are UTC, ISO 8601. */
export interface PostTime {
  start: string
  end: string
  /** Rounded as the team asks for. */
  minutes: number
  /** Stretches between start and end that were not worked here. */
  gaps: { from: string; to: string }[]
  /** Days with work that this post does not carry, and their exact minutes; `2026-11-24`. */
  otherDays: { day: string; minutes: number }[]
}

const mostGaps = 20

/**
 * What a post accounts for: all of the open time, or for a time entry, which belongs to one day, that of the latest
 * day alone in the given IANA zone. Null where no time is open.
 */
export function postTime(
  own: SessionTime | null,
  as: { kind: 'note' | 'time'; timeZone: string; roundTo: number },
): PostTime | null {
  const open = own && openTime(own)
  if (!own || !open) return null
  const parts = splitByDay(
    own.worked.filter(({ post }) => post === null),
    as.timeZone,
  )
  const last = parts.at(-1)
  if (!last) return null
  const isCarried = ({ day }: DayPart) => as.kind === 'note' || day === last.day
  const carried = parts.filter(isCarried)
  const rounding = as.roundTo > 0 ? ({ step: as.roundTo, mode: 'up' } as const) : null
  return {
    start: carried[0]?.from ?? open.start,
    end: last.to,
    minutes: roundMinutes(Math.floor(minutesOf(carried)), rounding),
    gaps: between(carried),
    otherDays: days(parts.filter((part) => !isCarried(part))),
  }
}

/** Stretches of a minute or more between others. */
function between(parts: DayPart[]): PostTime['gaps'] {
  return parts
    .flatMap(({ to }, n) => {
      const from = parts[n + 1]?.from
      return from !== undefined && Date.parse(from) - Date.parse(to) >= 60_000 ? [{ from: to, to: from }] : []
    })
    .slice(0, mostGaps)
}

function days(parts: DayPart[]): PostTime['otherDays'] {
  return [...Map.groupBy(parts, ({ day }) => day)].map(([day, of]) => ({
    day,
    minutes: Math.floor(minutesOf(of)),
  }))
}
