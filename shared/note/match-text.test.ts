import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { oneLine } from './clean-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { bodyHash, normaliseBody, sameBody } from './match-text.ts'

const runs = { numRuns: testRuns(500) }
const pieces = fc.string({
  unit: fc.constantFrom(
    '\\',
    '&',
    'amp;',
    'lt;',
    '&nbsp;',
    '*',
    ' ',
    '\r\n',
    '\u200e',
    'a',
    '<',
    '\u0338',
    'e',
  ),
  maxLength: 20,
})

describe('a normalised body', () => {
  it('is the same after line ends, blanks, marks and escapes changed on the way', () => {
    const sent = 'Restarted the *spooler*.\n\n- C:\\Windows\\Temp  \n- done'
    const stored = 'Restarted\u00a0the \\*spooler\\*.\r\n\r\n\u200e- C:\\\\Windows\\\\Temp\r\n- done\r\n'
    expect(sameBody(sent, stored)).toBe(true)
    expect(bodyHash(sent)).toBe(bodyHash(stored))
    expect(sameBody('a &lt;b&gt; &amp; c', 'a <b> & c')).toBe(true)
  })

  it('differs where words, their order or their case differ', () => {
    expect(sameBody('Restarted the spooler', 'Restarted the spooler twice')).toBe(false)
    expect(sameBody('a b', 'b a')).toBe(false)
    expect(sameBody('Done', 'done')).toBe(false)
  })

  it('changes nothing when normalised again', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
        expect(normaliseBody(normaliseBody(text))).toBe(normaliseBody(text))
      }),
      runs,
    )
  })

  it('takes escaped text for the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const line = oneLine(text)
        expect(normaliseBody(escapeMarkdown(line))).toBe(normaliseBody(line))
      }),
      runs,
    )
  })

  it('has a hash of 14 hexadecimal digits that follows it', () => {
    const hashes = new Set(Array.from({ length: 5_000 }, (_, n) => bodyHash(`Act number ${n}`)))
    expect(hashes.size).toBe(5_000)
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{14}$/)
  })
})
