/** Draws instants in one person's zone and language. */
export interface Clock {
  /** Time of day, such as 14:05. */
  time(at: string): string
  /** Day with year, such as 3 Mar 2026. */
  day(at: string): string
  /** Day and time, such as 3 Mar, 14:05. */
  stamp(at: string): string
}

const clocks = new Map<string, Clock>()

/**
 * A clock for an IANA zone and a BCP 47 locale; an unknown zone or locale falls back to UTC and British English.
 * Blanks that Intl draws as no-break are plain, so that every engine gives the same text. A text that is no
 * instant is drawn as it is.
 */
export function clockFor(timeZone: string, locale: string): Clock {
  const name = `${locale} ${timeZone}`
  const known = clocks.get(name)
  if (known) return known
  const clock = make(timeZone, locale)
  clocks.set(name, clock)
  return clock
}

function make(timeZone: string, locale: string): Clock {
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const day = { day: 'numeric', month: 'short' } as const
  try {
    return {
      time: drawer(locale, { ...time, timeZone }),
      day: drawer(locale, { ...day, year: 'numeric', timeZone }),
      stamp: drawer(locale, { ...day, ...time, timeZone }),
    }
  } catch {
    return clockFor('UTC', 'en-GB')
  }
}

function drawer(locale: string, options: Intl.DateTimeFormatOptions): (at: string) => string {
  const format = new Intl.DateTimeFormat(locale, options)
  return (at) => {
    const instant = Date.parse(at)
    return Number.isNaN(instant) ? at : format.format(instant).replace(/\s/g, ' ')
  }
}
