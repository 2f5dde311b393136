import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { createVocabulary } from './vocabulary.ts'

const vocabulary = createVocabulary([
  'outlook',
  'print',
  'account',
  'password',
  'lock',
  '0x800ccc0e',
  'druck',
])
const found = (term: string) => vocabulary.expand(term).map((match) => match.term)

describe('a vocabulary', () => {
  it('takes a known term as it is', () => {
    expect(vocabulary.expand('lock')).toEqual([{ term: 'lock', strength: 1 }])
  })

  it.each([
    ['outlok', 'outlook'],
    ['oultook', 'outlook'],
    ['outloook', 'outlook'],
    ['pritn', 'print'],
    ['acount', 'account'],
    ['passwird', 'password'],
  ])('takes the slip “%s” for “%s”', (slip, term) => {
    expect(found(slip)).toEqual([term])
    expect(vocabulary.expand(slip)[0]?.strength).toBeLessThan(1)
  })

  it('takes no other short word and no other code for a known one', () => {
    expect(found('point')).toEqual([])
    expect(found('lick')).toEqual([])
    expect(found('0x800ccc0f')).toEqual([])
  })

  it('finds known words in compounds', () => {
    expect(found('netzwerkdruck')).toEqual(['druck'])
    expect(found('outlookproblem')).toEqual(['outlook'])
    expect(found('accountant')).toEqual(['account'])
  })

  it('finds what a typed word begins, or has an ending more than', () => {
    expect(vocabulary.startingWith('ou').map(({ term }) => term)).toEqual(['outlook'])
    expect(vocabulary.startingWith('printe').map(({ term }) => term)).toEqual(['print'])
  })

  it('finds every word of five letters and more again with one letter left out', () => {
    const word = fc.stringMatching(/^[a-z]{6,20}$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (words, which, at) => {
          const term = words[which % words.length] ?? ''
          const slip = term.slice(0, at % term.length) + term.slice((at % term.length) + 1)
          const matches = createVocabulary(words).expand(slip)
          expect(matches.length).toBeGreaterThan(0)
          if (words.length === 1) expect(matches[0]?.term).toBe(term)
        },
      ),
      { numRuns: testRuns() },
    )
  })
})
