import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import { addLines, linesOf, sameLines } from './note-lines.ts'

const lines = fc.array(fc.constantFrom('', 'a', 'b c', '🙂', 'שלום'), { minLength: 1, maxLength: 6 })

/** What an editor makes of a paste at its end: the first line goes on with the last one there. */
function pasteAtEnd(before: readonly string[], text: string): string[] {
  const [first = '', ...rest] = linesOf(text)
  return [...before.slice(0, -1), (before.at(-1) ?? '') + first, ...rest]
}

describe('lines added to a note', () => {
  it.each([
    [[''], ['a'], ['a']],
    [['x'], ['a', 'b'], ['x', '', 'a', 'b']],
    [['x', ''], ['a'], ['x', '', 'a']],
    [['x', '', ''], ['a'], ['x', '', 'a']],
  ])('%j and %j make %j', (before, added, after) => {
    expect(
      addLines(before, added).after.filter((line, at, all) => line !== '' || all[at - 1] !== ''),
    ).toEqual(after)
  })

  it('stand there just as a paste at the end would put them', () => {
    fc.assert(
      fc.property(lines, lines, (before, added) => {
        const { pasted, after } = addLines(before, added)
        expect(pasted === '' ? before : pasteAtEnd(before, pasted)).toEqual(after)
      }),
      { numRuns: testRuns() },
    )
  })

  it('come last, in full, behind all that stood there', () => {
    fc.assert(
      fc.property(lines, lines, (before, added) => {
        const { after } = addLines(before, added)
        expect(sameLines(after.slice(-added.length), added)).toBe(true)
        expect(after.join('\n').startsWith(before.join('\n').trimEnd())).toBe(true)
      }),
      { numRuns: testRuns() },
    )
  })

  it('come once, however often they are added', () => {
    fc.assert(
      fc.property(lines, lines, (before, added) => {
        const { after } = addLines(before, added)
        expect(addLines(after, added)).toEqual({ pasted: '', after })
      }),
      { numRuns: testRuns() },
    )
  })
})

describe('the lines of a text', () => {
  it('end with any line break, and keep every other character', () => {
    expect(linesOf('a\r\nb\rc\n\n  d\t\u00a0')).toEqual(['a', 'b', 'c', '', '  d\t\u00a0'])
  })
})
