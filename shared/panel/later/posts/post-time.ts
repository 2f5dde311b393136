import { type OpenDay, openDays } from '#shared/session/time/open-days.ts'
import { roundMinutes } from '#shared/session/time/round-minutes.ts'
import type { DayPart } from '#shared/session/time/split-by-day.ts'
import { minutesOf, type SessionTime } from '#shared/session/time/work-time.ts'

/** The time that a post carries. Instants are UTC, ISO 8601. */
export interface PostTime {
  start: string
  end: string
  /** Rounded as the team asks for. */
  minutes: number
  /** Stretches between start and end that were not worked here. */
  gaps: { from: string; to: string }[]
  /** The stretches of work themselves; each is accounted for by this post. */
  worked: { from: string; to: string }[]
  /** Days with work that stays open after this post, and their whole minutes; `2026-11-24`. */
  otherDays: { day: string; minutes: number }[]
}

const mostGaps = 20
/** As many stretches as one post can tell; what comes after them stays open. */
const mostStretches = 200
/** A time entry of ConnectWise lasts no longer, though a day may have 25 hours. */
const longestEntry = 24 * 60 * 60_000

/**
 * What a post accounts for: all of the open time, or for a time entry, which belongs to one day, that of one day alone
 * in the given IANA zone: the `day` that was chosen where it is open, else the latest. Null where no time is open.
 */
export function postTime(
  own: SessionTime | null,
  as: { kind: 'note' | 'time'; timeZone: string; roundTo: number; day?: string | null },
): PostTime | null {
  const days = own ? openDays(own, as.timeZone) : []
  const chosen = days.find(({ day }) => day === as.day) ?? days.at(-1)
  const wanted = as.kind === 'note' ? days : days.filter((day) => day === chosen)
  const carried = fitting(
    wanted.flatMap(({ parts }) => parts),
    as.kind,
  )
  const [first, last] = [carried[0], carried.at(-1)]
  if (!first || !last) return null
  const rounding = as.roundTo > 0 ? ({ step: as.roundTo, mode: 'up' } as const) : null
  return {
    start: first.from,
    end: last.to,
    minutes: roundMinutes(Math.floor(minutesOf(carried)), rounding),
    gaps: between(carried),
    worked: carried.map(({ from, to }) => ({ from, to })),
    otherDays: leftOpen(days, carried),
  }
}

/** As much of these stretches as one post can hold. */
function fitting(parts: DayPart[], kind: 'note' | 'time'): DayPart[] {
  const first = parts.slice(0, mostStretches)
  if (kind === 'note') return first
  const limit = Date.parse(first[0]?.from ?? '') + longestEntry
  return first.flatMap((part) => {
    if (Date.parse(part.from) >= limit) return []
    return Date.parse(part.to) > limit ? [{ ...part, to: new Date(limit).toISOString() }] : [part]
  })
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

/** Days of which a minute or more is not carried. */
function leftOpen(days: OpenDay[], carried: DayPart[]): PostTime['otherDays'] {
  return days.flatMap(({ day, parts }) => {
    const taken = minutesOf(carried.filter((part) => part.day === day))
    const minutes = Math.floor(minutesOf(parts) - taken)
    return minutes > 0 ? [{ day, minutes }] : []
  })
}
