import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StreamEvent } from '../client.ts'
import { testRuns } from '../testing/test-runs.ts'
import { parseEventStream } from './parse-event-stream.ts'

const read = (pieces: string[]): StreamEvent[] => {
  const events: StreamEvent[] = []
  const take = parseEventStream((event) => events.push(event))
  for (const piece of pieces) take(piece)
  return events
}

describe('reading an event stream', () => {
  it('reads name, id and data', () => {
    expect(read(['event: entries\nid: 7\ndata: {"a":1}\n\n'])).toEqual([
      { id: '7', event: 'entries', data: '{"a":1}' },
    ])
  })

  it('joins several data lines and keeps the last id for later events', () => {
    expect(read(['id: 1\ndata: a\ndata:\ndata:  b\n\ndata: c\n\n'])).toEqual([
      { id: '1', event: 'message', data: 'a\n\n b' },
      { id: '1', event: 'message', data: 'c' },
    ])
  })

  it('reports a comment at once, since it is a sign of life', () => {
    expect(read([': hb\n'])).toEqual([{ id: null, event: 'comment', data: 'hb' }])
  })

  it('drops an event without data and one that was never finished', () => {
    expect(read(['event: a\n\ndata: b\n'])).toEqual([])
  })

  it('ignores fields it does not know and ids with a null character', () => {
    expect(read(['id: x\0\nretry: 5\nfoo: bar\ndata\n\n'])).toEqual([
      { id: null, event: 'message', data: '' },
    ])
  })

  it('refuses an event that never ends', () => {
    const take = parseEventStream(() => undefined)
    const piece = 'a'.repeat(4_000_000)
    expect(() => {
      for (let n = 0; n < 5; n++) take(piece)
    }).toThrow(RangeError)
  })

  it('reads the same events wherever the text is cut and whichever line break is used', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constant(''),
        fc.string({ unit: fc.constantFrom('a', ' ', ':', 'ü') }).map((text) => `data: ${text}`),
        fc.constantFrom('event: post', 'id: 3', ': hb', 'data: x'),
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat(200)), (list, end, cuts) => {
        const text = [...list, '', 'data: last', '', ''].join(end)
        const whole = read([[...list, '', 'data: last', '', ''].join('\n')])
        const places = [...new Set(cuts.map((cut) => cut % text.length))].sort((a, b) => a - b)
        const pieces = [...places, text.length].map((to, n) => text.slice(n === 0 ? 0 : places[n - 1], to))
        // A final lone carriage return waits for what follows it, so another line is sent after it.
        expect(read([...pieces, ': end\n']).filter((event) => event.data !== 'end')).toEqual(whole)
      }),
      { numRuns: testRuns(200) },
    )
  })
})
