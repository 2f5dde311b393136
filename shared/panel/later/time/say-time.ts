const moment = { dateStyle: 'medium', timeStyle: 'short' } as const
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const

/** An instant, in milliseconds since 1970 or in ISO 8601, as `24 Nov 2026, 15:04` in an IANA zone; else the browser's. */
export const sayMoment = (at: number | string, zone?: string): string => said(at, zone, moment)

/** The day of an instant, as `Tue, 24 Nov` in an IANA zone; else the browser's. */
export const sayDay = (at: number | string, zone?: string): string => said(at, zone, day)

function said(at: number | string, timeZone: string | undefined, how: Intl.DateTimeFormatOptions): string {
  return new Date(at).toLocaleString('en-GB', { ...how, ...(timeZone && { timeZone }) })
}
