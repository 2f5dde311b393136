import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import leaveAlone from './corpus/leave-alone.json' with { type: 'json' }
import passwords from './corpus/passwords.json' with { type: 'json' }
import { readLine } from './corpus/read-line.ts'
import structured from './corpus/structured.json' with { type: 'json' }
import tokensAndKeys from './corpus/tokens-and-keys.json' with { type: 'json' }
import { redact } from './redact.ts'

const lines = [...passwords, ...tokensAndKeys, ...structured, ...leaveAlone].map((raw) => readLine(raw).text)

/** Texts people could have pasted together, and texts nobody could. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...lines),
        fc.string(),
        fc.constantFrom(
          '[SECRET]',
          '[IP-1]',
          '[EMAIL-7]',
          '\uFFFF',
          '\x7F',
          '\u0000',
          '\uD800',
          '\u202E',
          'pw: ',
          '\n',
        ),
      ),
      { maxLength: 6 },
    )
    .chain((parts) => fc.constantFrom('', ' ', '\n').map((glue) => parts.join(glue))),
)

describe('redact', () => {
  it('replaces secrets by one tag and identifying values by numbered ones', () => {
    expect(redact('pw: Hunter2! on 10.0.0.1, then 10.0.0.2, mail jo@acme.example from 10.0.0.1').text).toBe(
      'pw: [SECRET] on [IP-1], then [IP-2], mail [EMAIL-1] from [IP-1]',
    )
  })

  it.each(['storage', 'internal', 'screen'] as const)(
    'keeps identifying values for %s, never secrets',
    (destination) => {
      const { text, placeholders } = redact('pw: Hunter2! on 10.0.0.1 at Acme', {
        destination,
        terms: ['Acme'],
      })
      expect(text).toBe('pw: [SECRET] on 10.0.0.1 at Acme')
      expect(placeholders).toEqual({})
    },
  )

  it.each(['model', 'embedder', 'logs', 'export', 'share', 'client'] as const)(
    'replaces both classes for %s',
    (destination) => {
      expect(redact('pw: Hunter2! on 10.0.0.1 at ACME', { destination, terms: ['Acme'] }).text).toBe(
        'pw: [SECRET] on [IP-1] at [TERM-1]',
      )
    },
  )

  it('finds terms as whole words in any case and composition, the longest first', () => {
    const policy = { destination: 'model', terms: ['Müller', 'Müller & Söhne', 'C++', 'acme'] } as const
    expect(redact('MÜLLER & söhne, Mu\u0308ller, Müllerei, acmeco, C++ und Acme', policy).text).toBe(
      '[TERM-1], [TERM-2], Müllerei, acmeco, [TERM-3] und [TERM-4]',
    )
  })

  it('numbers by first appearance in the session and keeps numbers when the map is handed on', () => {
    const first = redact('from 10.0.0.1 to 10.0.0.2', { destination: 'model' })
    expect(first.placeholders).toEqual({ '[IP-1]': '10.0.0.1', '[IP-2]': '10.0.0.2' })
    const next = redact('10.0.0.3 and 10.0.0.2', { destination: 'model', placeholders: first.placeholders })
    expect(next.text).toBe('[IP-3] and [IP-2]')
    expect(first.placeholders).toEqual({ '[IP-1]': '10.0.0.1', '[IP-2]': '10.0.0.2' })
  })

  it('takes spellings of one address or number for one value', () => {
    expect(redact('00:1A:2B:3C:4D:5E is 00-1a-2b-3c-4d-5e; JO@acme.example, jo@acme.example').text).toBe(
      '[MAC-1] is [MAC-1]; [EMAIL-1], [EMAIL-1]',
    )
  })

  it('never gives a number that already stands in the text', () => {
    expect(redact('[IP-1] then 10.0.0.9').text).toBe('[IP-1] then [IP-2]')
  })

  it('looks again after replacing, since one value may hide the next', () => {
    const { text, findings } = redact('her password Winter#24 was Autumn#23 is now Spring#25, ok')
    expect(text).toBe('her password [SECRET] was [SECRET] is now [SECRET], ok')
    expect(findings.map(({ start, end }) => [start, end])).toEqual([
      [13, 22],
      [27, 36],
      [44, 53],
    ])
  })

  it('replaces the whole of a value of several words', () => {
    expect(redact('Server=a;Password=P4ss w0rd;Encrypt=true').text).toBe(
      'Server=a;Password=[SECRET];Encrypt=true',
    )
    expect(redact('pass phrase: correct horse battery staple').text).toBe('pass phrase: [SECRET]')
    expect(redact('new password "two words here" was set').text).toBe('new password "[SECRET]" was set')
    expect(redact('<Password>Xml Pass 4</Password>').text).toBe('<Password>[SECRET]</Password>')
  })

  it('is not misled by wide letters, odd blanks, curly quotation marks and characters without width', () => {
    expect(redact('pass\u200Bword\u00A0:\u202F“Two W0rds”').text).toBe(
      'pass\u200Bword\u00A0:\u202F“[SECRET]”',
    )
    expect(redact('Ｐassword： Full!Width3').text).toBe('Ｐassword： [SECRET]')
    expect(redact('contraseña nueva es gato123').text).toBe('contraseña nueva es [SECRET]')
    expect(redact('password: Hid\u200Bden9!').text).toBe('password: [SECRET]')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = redact(text)
        const twice = redact(once.text)
        expect(twice.text).toBe(once.text)
        expect(twice.findings).toEqual([])
      }),
      { numRuns: testRuns() },
    )
  })

  it('keeps everything outside its findings, and each finding stands for its placeholder', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings, text: out } = redact(text)
        let rebuilt = ''
        let from = 0
        for (const { start, end, placeholder } of findings) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          rebuilt += text.slice(from, start) + placeholder
          from = end
        }
        expect(rebuilt + text.slice(from)).toBe(out)
      }),
      { numRuns: testRuns() },
    )
  })

  it('gives findings without the value, and equal values equal placeholders', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings, placeholders } = redact(text)
        for (const { start, end, placeholder, class: of, ...rest } of findings) {
          expect(Object.keys(rest)).toEqual(['kind'])
          if (of === 'secret') expect(placeholder).toBe('[SECRET]')
          else expect(placeholders[placeholder]?.length).toBeGreaterThan(0)
          expect([start, end].every(Number.isInteger)).toBe(true)
        }
      }),
      { numRuns: testRuns() },
    )
  })

  it('accepts a very long text, NUL, lone surrogates and right-to-left marks', () => {
    for (const text of ['a'.repeat(10_000_000), '\u0000\uD800\u202E pw: x9', '\x7F[SECRET]\x7F'])
      expect(redact(text).text.length).toBeGreaterThan(0)
    expect(redact('\u0000\uD800 pw: Hunter2!').text).toBe('\u0000\uD800 pw: [SECRET]')
  })
})
