import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { findMarkers, makeMarker, markerLine, readMarker } from './marker.ts'

const runs = { numRuns: testRuns(500) }
const random = fc.uint8Array({ minLength: 9, maxLength: 12 })
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a marker', () => {
  it('has three groups of five characters that can be told apart', () => {
    expect(makeMarker(new Uint8Array(9))).toBe('00000-00000-00000')
    expect(makeMarker(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]))).toBe('04106-1050R-3GGR5')
    expect(() => makeMarker(new Uint8Array(8))).toThrow(RangeError)
  })

  it('depends on each of 65 bits, and on no more', () => {
    const made = (bit: number) => {
      const bytes = new Uint8Array(9)
      bytes[bit >> 3] = 0x80 >> (bit & 7)
      return makeMarker(bytes)
    }
    const markers = Array.from({ length: 72 }, (_, bit) => made(bit))
    expect(new Set(markers.slice(0, 65)).size).toBe(65)
    expect(new Set(markers.slice(65))).toEqual(new Set(['00000-00000-00000']))
  })

  it('is refused with one or two wrong characters, or two exchanged', () => {
    const place = fc.nat(14)
    const letter = fc.constantFrom(...ALPHABET)
    fc.assert(
      fc.property(random, place, letter, place, letter, (bytes, i, a, j, b) => {
        const marker = makeMarker(bytes)
        const right = [...marker.replaceAll('-', '')]
        const wrong = right.with(i, a).with(j, b)
        expect(readMarker(wrong.join(''))).toBe(wrong.join() === right.join() ? marker : null)
        const swapped = right.with(i, right[j] ?? '').with(j, right[i] ?? '')
        expect(readMarker(swapped.join(''))).toBe(swapped.join() === right.join() ? marker : null)
      }),
      runs,
    )
  })

  it('is refused when characters are missing or foreign', () => {
    const marker = makeMarker(new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2, 1]))
    expect(readMarker(marker)).toBe(marker)
    expect(readMarker(marker.slice(0, -1))).toBeNull()
    expect(readMarker(`${marker}0`)).toBeNull()
    expect(readMarker(`U${marker.slice(1)}`)).toBeNull()
  })
})

describe('finding markers in a text', () => {
  const trips: Record<string, (line: string) => string> = {
    'as written': (line) => line,
    'in small letters': (line) => line.toLowerCase(),
    'with no-break blanks': (line) => line.replaceAll(' ', '\u00a0'),
    'as HTML': (line) => `<p><strong>${line.replaceAll(' ', '&nbsp;').replaceAll('-', '&#45;')}</strong></p>`,
    'with Markdown escapes': (line) => `**${line.replaceAll('-', '\\-')}**`,
    'with other dashes': (line) => line.replaceAll('-', '–'),
    'with marks of direction': (line) => `\u200e${line.replaceAll('-', '\u200e-')}`,
    'retyped with O and l': (line) =>
      line.slice(0, 4) + line.slice(4).replaceAll('0', 'O').replaceAll('1', 'l'),
    wrapped: (line) => line.replaceAll('-', '-\r\n'),
  }

  it.each(Object.keys(trips))('finds one %s', (name) => {
    fc.assert(
      fc.property(random, fc.string({ maxLength: 30 }), (bytes, before) => {
        const marker = makeMarker(bytes)
        const text = `${before.replaceAll('<', '')}\n${trips[name]?.(markerLine(marker))}\nmore words`
        expect(findMarkers(text)).toContain(marker)
      }),
      runs,
    )
  })

  it('finds each once, also behind words that only look like one', () => {
    const [a, b] = [makeMarker(new Uint8Array(9).fill(7)), makeMarker(new Uint8Array(9).fill(99))]
    expect(findMarkers(`Ref ${a} ref ${a} Ref these three words Ref ${b}`)).toEqual([a, b])
    expect(findMarkers('Refer to 12345-67890-12345, Ref 11111-22222-33333')).toEqual([])
    expect(findMarkers(a)).toEqual([])
  })
})
