/** The record that the host's screen shows. */
export interface ScreenObject {
  screen: string
  id: number
}

export type HostMessage =
  | { kind: 'frame'; frameId: string }
  /** `name` in lower case. */
  | { kind: 'response'; name: string; data: unknown }
  | { kind: 'event'; name: string; id: number; screen: ScreenObject | null }

/** A message of the host, or null for whatever else was sent: no JSON string, another shape. Never throws. */
export function parseMessage(data: unknown): HostMessage | null {
  const message = parse(data)
  if (!message) return null
  if (typeof message.MessageFrameID === 'string' && message.MessageFrameID) {
    return { kind: 'frame', frameId: message.MessageFrameID }
  }
  if (typeof message.response === 'string') {
    return { kind: 'response', name: message.response.toLowerCase(), data: message.data }
  }
  if (typeof message.event === 'string' && typeof message._id === 'number') {
    return { kind: 'event', name: message.event, id: message._id, screen: screenIn(message.data) }
  }
  return null
}

/** The record in an event's data; its id comes as a number or as a numeric text. */
function screenIn(data: unknown): ScreenObject | null {
  const object = isRecord(data) ? data.screenObject : null
  if (!isRecord(object) || typeof object.screen !== 'string') return null
  const id = recordId(object.id)
  return id === null ? null : { screen: object.screen.toLowerCase(), id }
}

/** A record id from a number or a numeric text; null for anything else. */
export function recordId(value: unknown): number | null {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d{1,10}$/.test(value))) return null
  const id = Number(value)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

function parse(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'string' || data.length > 100_000) return null
  try {
    const value: unknown = JSON.parse(data)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

/** Whether a value of JSON is an object with names, no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
