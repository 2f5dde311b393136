import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { toPlainText } from './to-plain-text.ts'
import type { Block, Inline } from './tree.ts'

const text = (value: string): Inline => ({ type: 'text', text: value })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

describe('parseMarkdown', () => {
  it('knows headings, lists, quotes, code and rules', () => {
    expect(
      parseMarkdown('##### Deep\n\n1. one\n2. two\n\n> said\n\n```powershell\nGet-Printer\n```\n\n---'),
    ).toEqual([
      { type: 'heading', level: 3, children: [text('Deep')] },
      { type: 'list', ordered: true, items: [[paragraph(text('one'))], [paragraph(text('two'))]] },
      { type: 'quote', children: [paragraph(text('said'))] },
      { type: 'code', language: 'powershell', text: 'Get-Printer' },
      { type: 'rule' },
    ])
  })

  it('keeps raw HTML as text and never as markup', () => {
    expect(parseMarkdown('<script>alert(1)</script>')).toEqual([paragraph(text('<script>alert(1)</script>'))])
    expect(parseMarkdown('press <b>now</b>')).toEqual([paragraph(text('press <b>now</b>'))])
  })

  it('reduces an image to its alternative text', () => {
    expect(parseMarkdown('see ![the dialog](https://example.com/a.png)')).toEqual([
      paragraph(text('see the dialog')),
    ])
  })

  it('keeps links to https, mailto and tel', () => {
    for (const href of ['https://example.com/a?b=c', 'mailto:help@example.com', 'tel:+491234']) {
      expect(parseMarkdown(`[here](${href})`)).toEqual([
        paragraph({ type: 'link', href, children: [text('here')] }),
      ])
    }
  })

  it.each([
    'javascript:alert(1)',
    'http://example.com',
    'data:text/html,x',
    '//example.com',
    'https://{{company.name}}',
    '#top',
  ])('turns a link to %s into its text', (href) => {
    expect(parseMarkdown(`[here](<${href}>)`)).toEqual([paragraph(text('here'))])
    expect(parseMarkdown(`[here][x]\n\n[x]: <${href}>`)).toEqual([paragraph(text('here'))])
  })

  it('finds the address of a link given further down', () => {
    expect(parseMarkdown('[here][x]\n\n[x]: https://example.com')).toEqual([
      paragraph({ type: 'link', href: 'https://example.com', children: [text('here')] }),
    ])
  })

  it('survives any nesting', () => {
    const tree = parseMarkdown(`${'> '.repeat(400)}deep`)
    expect(toPlainText(tree)).toContain('deep')
  })

  it('answers every text with the closed tree alone', () => {
    const kinds = new Set([
      'paragraph',
      'heading',
      'list',
      'quote',
      'code',
      'rule',
      'text',
      'strong',
      'emphasis',
      'link',
      'break',
    ])
    const types = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(types)
      if (typeof value !== 'object' || value === null) return []
      const own = 'type' in value && typeof value.type === 'string' ? [value.type] : []
      return [...own, ...Object.values(value).flatMap(types)]
    }
    const pieces = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
      '<b>',
      '![',
      '> ',
      '- ',
      '\n',
      '\n\n',
      '#',
      'word',
      '{{input.x}}',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        expect(types(parseMarkdown(parts.join(''))).filter((type) => !kinds.has(type))).toEqual([])
      }),
      { numRuns: testRuns() },
    )
  })
})
