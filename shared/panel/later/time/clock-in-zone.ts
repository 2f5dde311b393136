const minute = 60_000
const day = 24 * 60 * minute

/** The clock in an IANA zone at an instant (milliseconds since 1970), as if it were UTC. */
function shownAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
}

/** `hh:mm` in an IANA zone. */
export function clockIn(timeZone: string, at: number): string {
  return new Date(shownAt(at, timeZone)).toISOString().slice(11, 16)
}

/**
 * When a clock in the zone showed `hh:mm` today, or yesterday where that is more than half a day ahead; NaN for no
 * time. A time that the zone left out in spring is taken as if the clock had not moved yet.
 */
export function instantOf(text: string, timeZone: string, now: number): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return Number.NaN
  const today = Math.floor(shownAt(now, timeZone) / day) * day
  const wanted = today + (Number(hours) * 60 + Number(minutes)) * minute
  const ahead = instantShowing(wanted, timeZone)
  return ahead > now + day / 2 ? instantShowing(wanted - day, timeZone) : ahead
}

/** `yyyy-mm-ddThh:mm` in an IANA zone. */
export function dateIn(timeZone: string, at: number): string {
  return new Date(shownAt(at, timeZone)).toISOString().slice(0, 16)
}

/** When a clock in the zone shows `yyyy-mm-ddThh:mm`; NaN for no such time. */
export function instantOfDate(text: string, timeZone: string): number {
  const wanted = Date.parse(`${text.slice(0, 16)}:00Z`)
  return Number.isNaN(wanted) ? Number.NaN : instantShowing(wanted, timeZone)
}

function instantShowing(wanted: number, timeZone: string): number {
  const guess = wanted - (shownAt(wanted, timeZone) - wanted)
  return guess + (wanted - shownAt(guess, timeZone))
}
