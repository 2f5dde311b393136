import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { buildIndex, type Searchable } from './build-index.ts'

const library: Searchable[] = [
  {
    id: 'outlook',
    title: 'Outlook not connecting',
    symptoms: ['Outlook says Disconnected', '0x800CCC0E', 'Outlook asks for the password'],
    others: [{ text: 'Remove the kept sign-in of Office', weight: 0.5 }],
  },
  {
    id: 'printer',
    title: 'Printer offline',
    symptoms: ['Print jobs pile up in the queue', 'Cannot print', 'Printer prints nothing'],
    others: [{ text: 'Restart the spooler', weight: 0.5 }],
  },
  {
    id: 'lockout',
    title: 'Account locked out',
    symptoms: ['Account locks every morning', 'Account locked after the password change'],
    others: [{ text: 'Find the computer that locks the account', weight: 0.5 }],
  },
  { id: 'mouse', title: 'Phishing', symptoms: ['Suspicious mail'], others: [] },
]
const index = buildIndex(library)
const ask = (summary: string, ...texts: string[]) =>
  index.ask({ summary, texts: texts.map((text) => ({ text, weight: 0.9 })) })
const share = (id: string, summary: string, ...texts: string[]) =>
  ask(summary, ...texts).find((hit) => hit.id === id)?.share ?? 0

describe('asking an index', () => {
  it('puts what shares the most telling words first', () => {
    expect(ask('Outlook asks for my password')[0]?.id).toBe('outlook')
    expect(ask('password change', 'now the account locks')[0]?.id).toBe('lockout')
  })

  it('finds a document whatever words stand beside those that match', () => {
    expect(ask('printer offline zebra crossing quantum')[0]?.id).toBe('printer')
  })

  it('matches codes to the letter', () => {
    expect(share('outlook', 'error 0x800ccc0e')).toBe(1)
    expect(share('outlook', 'error 0x800ccc0f')).toBe(0)
  })

  it('sees no symptom where only its subject is named', () => {
    expect(share('outlook', 'Outlook signature has the old logo')).toBe(0)
    expect(share('printer', 'Printer toner order')).toBe(0)
    expect(share('lockout', 'New account for the intern')).toBe(0)
  })

  it('sees a symptom of one telling word only where all of it is said', () => {
    expect(share('printer', 'the printer prints pink')).toBe(0)
    expect(share('printer', 'the printer prints nothing')).toBe(1)
    expect(share('mouse', 'Is this phishing?')).toBe(1)
  })

  it('sees no symptom in words that stand far apart', () => {
    const between = 'We moved to the new building.\n'.repeat(4)
    expect(share('lockout', 'hello', 'My account is locked.')).toBeGreaterThan(0.5)
    expect(share('lockout', 'hello', `The account is new.\n${between}The door is locked.`)).toBe(0)
  })

  it('gives each matched word once, as it was written first where it counts most', () => {
    expect(ask('OUTLOOK', 'outlook is Disconnected, outlook!')[0]?.words).toEqual(['OUTLOOK', 'Disconnected'])
  })

  it('answers for a library of nothing', () => {
    expect(buildIndex([]).ask({ summary: 'printer', texts: [] })).toEqual([])
  })
})

describe('any text', () => {
  const awkward = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .constantFrom('-', '.', '. ', '\n', '\0', '😡', 'é', '’', 'a-', 'printer ', '\ud800')
      .map((unit) => unit.repeat(5_000)),
  )

  it('is answered, with shares from 0 to 1 and words of its own', () => {
    fc.assert(
      fc.property(awkward, fc.array(awkward, { maxLength: 3 }), (summary, texts) => {
        for (const hit of ask(summary, ...texts)) {
          expect(hit.share).toBeGreaterThanOrEqual(0)
          expect(hit.share).toBeLessThanOrEqual(1)
          for (const word of hit.words) expect([summary, ...texts].join('\n')).toContain(word)
        }
        expect(index.type(summary)).toBeInstanceOf(Array)
      }),
      { numRuns: testRuns(100) },
    )
  })

  it.each(['-', '.', '\n', '😡', 'x', 'x ', 'a-b.c_'])('of a million times %j is answered', (unit) => {
    const text = unit.repeat(1_000_000)
    expect(ask(text, text)).toEqual([])
    expect(ask('Printer offline', text)[0]?.id).toBe('printer')
  })

  it('takes nothing away from what a ticket matches', () => {
    fc.assert(
      fc.property(fc.constantFrom(...library), awkward, ({ id, title }, noise) => {
        const found = ask(title, noise).find((hit) => hit.id === id)
        expect(found?.share).toBe(1)
      }),
      { numRuns: testRuns(100) },
    )
  })
})
