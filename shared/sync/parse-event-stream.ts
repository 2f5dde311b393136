import type { StreamEvent } from '../client.ts'

/** Longest text of one server-sent event that is kept, in characters; more than the API ever sends. */
const longestEvent = 16_000_000

/**
 * Reads server-sent events out of text that arrives in pieces cut anywhere; call the result with each piece.
 * Events go to `onEvent` with the last id seen; a comment line goes there as an event named `comment`, since a
 * heartbeat is one. Throws RangeError for an event without end. Format: the HTML standard, section 9.2.6.
 */
export function parseEventStream(onEvent: (event: StreamEvent) => void): (piece: string) => void {
  let rest = ''
  let id: string | null = null
  let name = ''
  let data: string[] = []

  const readLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) onEvent({ id, event: name || 'message', data: data.join('\n') })
      name = ''
      data = []
      return
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (colon === 0) onEvent({ id, event: 'comment', data: value })
    else if (field === 'data') data.push(value)
    else if (field === 'event') name = value
    else if (field === 'id' && !value.includes('\0')) id = value
  }

  return (piece) => {
    // A carriage return at the very end may be the first half of a line break: it waits for the next piece.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    if (rest.length > longestEvent) throw new RangeError('The event stream sent an event without end.')
    for (const line of lines) readLine(line)
  }
}
