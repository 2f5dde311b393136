import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import type { NoteDocument } from './document.ts'
import { renderHtml } from './render-html.ts'
import { renderPlain } from './render-plain.ts'
import { english } from './strings.ts'

const reader = { audience: 'internal', timeZone: 'UTC' } as const
const noteOf = (text: string, short: boolean, output = text): NoteDocument => ({
  short,
  thin: text,
  sections: [
    {
      kind: 'tried',
      lines: [{ key: 'k', text, output, events: ['e'], audience: 'everyone', words: 'technician' }],
    },
  ],
})

describe('a note as HTML', () => {
  it('stands alone under a policy that fetches and runs nothing', () => {
    const html = renderHtml(noteOf('Restarted', false), { ...reader, title: '#10482 Printer' })
    expect(html).toContain(
      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">',
    )
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
    expect(html).toContain('<h1 dir="auto">#10482 Printer</h1>')
    expect(html).not.toMatch(/<script|<link|<img|https?:|@import|url\(/)
  })

  it('escapes the language it is given', () => {
    const html = renderHtml(noteOf('words', true), {
      ...reader,
      strings: { ...english, language: 'en"><script x=\'' },
    })
    expect(html).toContain('<html lang="en&quot;&gt;&lt;script x=&#39;">')
  })

  it('never holds a tag or an attribute of what was put in', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "'</title><svg/onload=x>",
        '&lt;',
      ),
      fc.string({
        unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', '=', ' ', '\u0000'),
        maxLength: 30,
      }),
    )
    const tagsOf = (text: string, title: string, short: boolean) =>
      renderHtml(noteOf(`x${text}`, short), { ...reader, title }).match(/<[^>]*>/g)
    fc.assert(
      fc.property(hostile, hostile, fc.boolean(), (text, title, short) => {
        expect(tagsOf(text, title, short)).toEqual(tagsOf('words', 'words', short))
      }),
      { numRuns: testRuns() },
    )
  })
})

describe('a note as plain text', () => {
  it('drops what reorders, hides or commands', () => {
    const hidden = 'a\u202eb\u0007c\u200bd'
    const text = renderPlain(noteOf(hidden, false, '\u001b[31mred\u001b[0m\r\nnext\u0000'), reader)
    expect(text).toBe('abcd\n\nChecked and tried\n- abcd\n    red\n    next\n')
  })

  it('is one paragraph in its short form, output after it', () => {
    expect(renderPlain(noteOf('Restarted', true, 'a\n\nb'), reader)).toBe(
      'Restarted\n\nRestarted.\n\nRestarted:\n    a\n\n    b\n',
    )
  })
})
