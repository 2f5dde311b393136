import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { oneLine } from './clean-text.ts'
import { escapeMarkdown, fence } from './escape-markdown.ts'
import { readMarkdown } from './testing/read-markdown.ts'

const HOSTILE = [
  '# comment',
  '####### seven',
  '1. first',
  '2) second',
  '- item',
  '+ item',
  '* item',
  '---',
  '===',
  '***',
  '> quote',
  '**bold** _it_ __b__ ~~gone~~',
  '`code` ``more``',
  '[a](https://example.org) ![x](y) [ref]: https://example.org',
  '<script>alert(1)</script> <!-- --> <https://example.org> <a@b.example>',
  '&lt;b&gt; &#35; &copy; AT&T; a & b',
  '| a | b | |---|---|',
  'C:\\Users\\*\\AppData\\ \\\\server\\share\\',
  '- [ ] task',
  '    indented',
  '```',
  '~~~',
  'a < b > c',
  'snake_case_name and 2*3*4',
]
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&;=:"\'/ \n1a$'), maxLength: 24 }),
)

describe('escaped text', () => {
  it('reads as itself in a list, a paragraph and a bold heading, and as nothing but text', () => {
    const escapedReads = (raw: string) => {
      const line = oneLine(raw)
      if (!line) return
      const escaped = escapeMarkdown(line)
      for (const [before, after] of [
        ['- ', ''],
        ['', ''],
        ['**', '**'],
        ['Said: ', ' and more'],
      ] as const) {
        const { kinds, texts, outputs } = readMarkdown(`${before}${escaped}${after}`)
        const around = before === 'Said: ' ? `${before}${line}${after}` : line
        expect(texts).toEqual([around])
        expect(outputs).toEqual([])
        for (const kind of kinds) expect(['root', 'list', 'listItem', 'paragraph', 'strong']).toContain(kind)
        expect(kinds.has('list')).toBe(before === '- ')
      }
    }
    for (const raw of HOSTILE) escapedReads(raw)
    fc.assert(fc.property(text, escapedReads), { numRuns: testRuns(500) })
  })

  it('leaves plain words, paths and figures readable', () => {
    for (const plain of [
      'Restarted PC-0142 (2nd floor).',
      'C:\\Windows\\System32',
      '50% of 3.5 GB',
      'a < b & c',
    ]) {
      expect(escapeMarkdown(plain)).toBe(plain)
    }
  })
})

describe('a fence', () => {
  it('holds any output as it is, whatever fences are in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('`', '~', '#', ' ', '\n', 'x', '-', '<'), maxLength: 60 }),
        (raw) => {
          const { kinds, outputs } = readMarkdown(`- a line\n\n${fence(raw)}\n\n- a line`)
          expect(outputs).toEqual([raw])
          expect(kinds.has('html')).toBe(false)
        },
      ),
      { numRuns: testRuns(500) },
    )
  })
})
