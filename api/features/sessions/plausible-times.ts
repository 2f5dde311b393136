import type { SessionEvent } from '#shared/session/event.ts'

/** A client corrects its clock by ours, so that no honest event is further ahead, in milliseconds. */
const furthestAhead = 600_000
/** No event of this product is older. */
const earliest = Date.UTC(2020, 0, 1)

/**
 * An event whose times can have been: one before 2020 or more than ten minutes ahead of `now` (milliseconds since 1970)
 * becomes `now`. Nothing is refused, since what was acknowledged must not be lost. Until when a ticket is parked lies
 * ahead by its nature and stays.
 */
export function withPlausibleTimes(event: SessionEvent, now: number): SessionEvent {
  const plausible = (instant: string): string => {
    const time = Date.parse(instant)
    return time >= earliest && time <= now + furthestAhead ? instant : new Date(now).toISOString()
  }
  const at = plausible(event.at)
  if (event.type === 'start_moved') return { ...event, at, to: plausible(event.to) }
  if (event.type === 'gap_judged')
    return { ...event, at, from: plausible(event.from), to: plausible(event.to) }
  return { ...event, at }
}
