/** A ConnectWise time as the client shows it, in the member's time zone; empty for an unset one. */
export function showTime(time: string, timeZone: string): string {
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return ''
  return new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: knownZone(timeZone),
  }).format(at)
}

/** Hours and minutes of a ConnectWise time in the member's time zone. */
export function showClock(time: string, timeZone: string): string {
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return ''
  const zone = knownZone(timeZone)
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at)
}

/** Members keep their zone under its Windows name; browsers know the other one. */
const windowsZones: Record<string, string> = {
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  UTC: 'UTC',
}

function knownZone(name: string): string | undefined {
  try {
    const zone = windowsZones[name] ?? name
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
