import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { redactBody } from './redact-event.ts'
import { storableText } from './storable-text.ts'

const runs = testRuns()
const step = ['outlook@1:look']
const captured = (values: Record<string, string>) => {
  const clean = redactBody({ type: 'captured', step, values })
  return clean.type === 'captured' ? clean.values : {}
}

describe('a text as it may be stored', () => {
  it('loses control characters and keeps line ends and tabs', () => {
    expect(storableText('a\u0000b\u0007\r\n\tc\u001b[1m')).toBe('ab\r\n\tc[1m')
  })

  it('keeps whole characters and replaces halves', () => {
    expect(storableText('ok \u{1F600} \ud83d! \ude00')).toBe('ok \u{1F600} \ufffd! \ufffd')
  })

  it('is well formed whatever comes, and the same the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const once = storableText(text)
          expect(once.isWellFormed()).toBe(true)
          expect(once).not.toContain('\u0000')
          expect(storableText(once)).toBe(once)
        },
      ),
      { numRuns: runs },
    )
  })
})

describe('an event as it may be stored', () => {
  it('holds no control character in what a person wrote', () => {
    expect(redactBody({ type: 'acted', text: 'one\u0000two' })).toEqual({ type: 'acted', text: 'onetwo' })
  })

  it('hides no secret behind a control character', () => {
    expect(JSON.stringify(redactBody({ type: 'acted', text: 'pass\u0000word: Sommer2024' }))).not.toContain(
      'Sommer2024',
    )
  })

  it('judges a captured value by the name of its field', () => {
    const values = { password: 'Sommer2024', pin: '4711', wifiPassword: 'Kastanie', doorCode: '1234' }
    expect(captured(values)).toEqual({
      password: '[SECRET]',
      pin: '[SECRET]',
      wifiPassword: '[SECRET]',
      doorCode: '[SECRET]',
    })
  })

  it('leaves values alone whose field says nothing of a secret', () => {
    const values = { ping: '12 ms', server: 'MAIL01', address: '10.0.0.7', count: '4711' }
    expect(captured(values)).toEqual(values)
  })

  it('is the same the second time, whatever a field is called', () => {
    const name = fc.constantFrom('password', 'pin', 'apiKey', 'bitlockerKey', 'server', 'user')
    fc.assert(
      fc.property(name, fc.string({ maxLength: 30 }), (field, value) => {
        const once = captured({ [field]: value })
        expect(captured(once)).toEqual(once)
      }),
      { numRuns: runs },
    )
  })
})

describe('what is said at an end', () => {
  it('is cleaned in every part', () => {
    const secret = 'password: Tulip-Harbour-77'
    const clean = redactBody({
      type: 'concluded',
      outcome: 'escalate',
      words: secret,
      cause: { text: secret, certainty: 'likely' },
      handOff: { openQuestion: secret, verifyFirst: `Port\n${secret}`, to: secret },
    })
    expect(JSON.stringify(clean)).not.toContain('Tulip')
    expect(clean).toMatchObject({
      cause: { certainty: 'likely' },
      handOff: { verifyFirst: 'Port\npassword: [SECRET]' },
    })
  })
})
