import { describe, expect, it } from 'vitest'
import { fillText, fillVariables } from './fill-variables.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { toPlainText } from './to-plain-text.ts'

const values = (name: string) =>
  ({
    'company.name': '**Hill** & [Co](https://example.com)',
    'input.ping': '3',
    'input.again': '{{input.ping}}',
  })[name]
const filled = (text: string) => fillVariables(parseMarkdown(text), values)

describe('fillVariables', () => {
  it('fills texts, code and link texts', () => {
    expect(
      toPlainText(
        filled('Took **{{input.ping}}** ms, `ping {{ input.ping }}`, [{{input.ping}}](https://example.com)'),
      ),
    ).toBe('Took 3 ms, ping 3, 3 (https://example.com)')
    expect(filled('```\nping {{input.ping}}\n```')).toEqual([
      { type: 'code', language: null, text: 'ping 3' },
    ])
  })

  it('shows filled values as they are, never as Markdown or as another variable', () => {
    expect(filled('{{company.name}}')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: '**Hill** & [Co](https://example.com)' }] },
    ])
    expect(toPlainText(filled('{{input.again}}'))).toBe('{{input.ping}}')
  })

  it('leaves a visible gap where a value is missing', () => {
    expect(filled('for {{contact.name}}!')).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'for ' },
          { type: 'missing', name: 'contact.name' },
          { type: 'text', text: '!' },
        ],
      },
    ])
  })

  it('leaves the tree it was given as it is', () => {
    const tree = parseMarkdown('a {{input.ping}}')
    const before = JSON.stringify(tree)
    fillVariables(tree, values)
    expect(JSON.stringify(tree)).toBe(before)
  })
})

describe('fillText', () => {
  it('fills a plain text and names what is missing', () => {
    expect(fillText('{{input.ping}} of {{input.gone}}', values)).toEqual({
      text: '3 of {{input.gone}}',
      missing: ['input.gone'],
    })
  })
})
