import { describe, expect, it } from 'vitest'
import type { EventBody } from '../session/event.ts'
import { cleanBody } from './clean-body.ts'
import { loadRedaction, textCleaner } from './text-cleaner.ts'

const secret = 'password: Tr0ub4dor&3'
const written: EventBody[] = [
  { type: 'acted', text: secret },
  { type: 'evidence', title: secret, text: secret, source: 'pasted' },
  { type: 'captured', step: ['a@1:b'], values: { note: secret } },
  { type: 'done', step: ['a@1:b'], typedTarget: secret },
  { type: 'skipped', step: ['a@1:b'], reason: 'other', words: secret },
  { type: 'not_relevant', step: ['a@1:b'], reason: 'other', words: secret },
  { type: 'parked', reason: 'scheduled', words: secret },
  { type: 'concluded', outcome: 'resolved', words: secret },
  { type: 'line_edited', line: 'x', text: secret },
  { type: 'line_added', section: 'tried', text: secret },
  { type: 'line_removed', line: 'x', reason: secret },
]

describe('cleaning what a person wrote', () => {
  it.each(written)('replaces secrets in $type', async (body) => {
    const clean = await loadRedaction()
    expect(JSON.stringify(clean(body))).not.toContain('Tr0ub4dor')
    expect(JSON.stringify(clean(body))).toContain('[SECRET]')
    expect(clean(clean(body))).toEqual(clean(body))
  })

  it('takes texts up to the limit and no longer', () => {
    expect(() => cleanBody({ type: 'acted', text: 'x'.repeat(4_000) })).not.toThrow()
    expect(() => cleanBody({ type: 'acted', text: 'x'.repeat(4_001) })).toThrow(RangeError)
    const values = { ping: 'x'.repeat(20_001) }
    expect(() => cleanBody({ type: 'captured', step: ['a@1:b'], values })).toThrow(RangeError)
  })
})

describe('a text cleaner that is still loading', () => {
  const answered: EventBody = { type: 'answered', step: ['a@1:b'], choice: 'yes' }
  const never = () => new Promise<never>(() => undefined)

  it('lets choices through', () => {
    expect(textCleaner(never, () => undefined).clean(answered)).toBe(answered)
  })

  it.each(written)('takes no words in $type', (body) => {
    expect(() => textCleaner(never, () => undefined).clean(body)).toThrow(/Try again/)
  })

  it('tries to load again when words come', async () => {
    let tries = 0
    const cleaner = textCleaner(
      async () => {
        if (++tries === 1) throw new TypeError('the network is away')
        return cleanBody
      },
      () => undefined,
    )
    await expect(cleaner.load()).rejects.toThrow('away')
    expect(() => cleaner.clean({ type: 'acted', text: 'a' })).toThrow(RangeError)
    await cleaner.load()
    expect(cleaner.ready).toBe(true)
    expect(cleaner.clean({ type: 'acted', text: 'a' })).toEqual({ type: 'acted', text: 'a' })
  })
})
