import { describe, expect, it } from 'vitest'
import { type RawBlock, toMarkdown } from './to-markdown.ts'

const block = (text: string, type = 'unstyled', ranges: RawBlock['inlineStyleRanges'] = []): RawBlock => ({
  type,
  text,
  inlineStyleRanges: ranges,
})

describe('the note editor’s Markdown', () => {
  it('keeps lines as they were typed', () => {
    expect(toMarkdown([block('Checked the printer.'), block(''), block('Works now.'), block('')])).toBe(
      'Checked the printer.\n\nWorks now.',
    )
  })

  it('numbers ordered lists anew after a break', () => {
    const one = block('one', 'ordered-list-item')
    expect(toMarkdown([one, one, block('text'), one, block('x', 'unordered-list-item')])).toBe(
      '1. one\n2. one\ntext\n1. one\n- x',
    )
  })

  it('puts marks around styled text but never before a space', () => {
    expect(
      toMarkdown([block('set the queue free', 'unstyled', [{ style: 'BOLD', offset: 4, length: 4 }])]),
    ).toBe('set **the** queue free')
    expect(toMarkdown([block('run it', 'unstyled', [{ style: 'CODE', offset: 0, length: 6 }])])).toBe(
      '`run it`',
    )
  })
})
