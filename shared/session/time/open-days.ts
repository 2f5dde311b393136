import { type DayPart, splitByDay } from './split-by-day.ts'
import { minutesOf, type SessionTime } from './work-time.ts'

/** What no post of a member carries yet of one of their calendar days. */
export interface OpenDay {
  /** `2026-11-24`, in the member's time zone. */
  day: string
  /** The whole minutes of it. */
  minutes: number
  /** Its stretches of work, in order of time. */
  parts: DayPart[]
}

/** A member's open time in a session by their calendar days, oldest first. Throws a `RangeError` for an unknown zone. */
export function openDays({ worked }: SessionTime, timeZone: string): OpenDay[] {
  const parts = splitByDay(
    worked.filter(({ post }) => post === null),
    timeZone,
  )
  return [...Map.groupBy(parts, ({ day }) => day)].map(([day, of]) => ({
    day,
    minutes: Math.floor(minutesOf(of)),
    parts: of,
  }))
}
