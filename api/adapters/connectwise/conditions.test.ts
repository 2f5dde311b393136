import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import { all, any, dated, numbered, oneOf, quoted, utcSeconds } from './conditions.ts'

const runs = testRuns()

/** Reads one quoted string at the start, as ConnectWise's grammar has it: its text, and what follows it. */
function readQuoted(source: string): { text: string; rest: string } {
  if (source[0] !== '"') throw new Error('no string')
  let text = ''
  for (let at = 1; at < source.length; at += 1) {
    if (source[at] === '"') return { text, rest: source.slice(at + 1) }
    if (source[at] === '\\') at += 1
    text += source[at] ?? ''
  }
  throw new Error('the string does not end')
}

describe('quoted', () => {
  it('holds any text in one string, so that what follows stays ours', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', '\\', "'", '\n', '\r', '\0', ' or ', ')', '(', '[', '%', '*', 'a'),
      }),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: read, rest } = readQuoted(`${quoted(text)} and id=1`)
        expect(rest).toBe(' and id=1')
        expect(read).toBe(text.replace(/\p{Cc}/gu, ' '))
      }),
      { numRuns: runs },
    )
  })

  it.each([
    ['plain', '"plain"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['C:\\', '"C:\\\\"'],
    ['" or id>0 or summary="', '"\\" or id>0 or summary=\\""'],
    ['two\nlines', '"two lines"'],
  ])('writes %j', (text, written) => {
    expect(quoted(text)).toBe(written)
  })
})

describe('dates and numbers', () => {
  it('writes a date as UTC without milliseconds', () => {
    expect(dated('2026-03-01T01:30:00.250+02:00')).toBe('[2026-02-28T23:30:00Z]')
    expect(utcSeconds('2026-03-01T01:30:00Z')).toBe('2026-03-01T01:30:00Z')
  })

  it('takes whole numbers only', () => {
    expect(numbered(12)).toBe('12')
    expect(oneOf('id', [3, 4])).toBe('id in (3,4)')
    for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e21])
      expect(() => numbered(value)).toThrow(RangeError)
  })
})

describe('all and any', () => {
  it('keep their parts apart', () => {
    expect(all('a=1')).toBe('a=1')
    expect(all('a=1', any('b=2', 'c=3'))).toBe('(a=1) and ((b=2) or (c=3))')
  })
})
