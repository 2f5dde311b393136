import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { cutText } from './cut-text.ts'
import { english } from './strings.ts'

describe('cutting a text', () => {
  it('keeps beginning and end and says how much is gone', () => {
    const text = `begin ${'x'.repeat(500)} end`
    const cut = cutText(text, 100, english)
    expect(cut).toMatch(/^begin x+ \[… (\d+) characters cut …\] x+ end$/)
    const gone = Number(/(\d+) characters/.exec(cut)?.[1])
    expect(gone).toBe(text.length - cut.replace(/ \[.*\] /, '').length)
  })

  it('never exceeds its limit, parts no surrogate pair, and cut twice is cut once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('👍', 'x', '\n'), minLength: 60, maxLength: 300 }),
        fc.integer({ min: 40, max: 300 }),
        (text, limit) => {
          const cut = cutText(text, limit, english)
          expect(cut.length).toBeLessThanOrEqual(limit)
          expect(cut.isWellFormed()).toBe(true)
          expect(cutText(cut, limit, english)).toBe(cut)
          if (text.length <= limit) expect(cut).toBe(text)
        },
      ),
      { numRuns: testRuns(500) },
    )
  })
})
