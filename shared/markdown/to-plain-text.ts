import type { Block, Inline, Markdown } from './tree.ts'

/**
 * The tree as plain text: blocks apart by an empty line, list items with a dash or number, a link followed by
 * its address.
 */
export function toPlainText(tree: Markdown): string {
  return tree.map(blockText).filter(Boolean).join('\n\n')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children)
    case 'list':
      return block.items
        .map((item, index) => indented(block.ordered ? `${index + 1}. ` : '- ', toPlainText(item)))
        .join('\n')
    case 'quote':
      return indented('> ', toPlainText(block.children), '> ')
    case 'code':
      return block.text
    case 'rule':
      return '---'
    default:
      return block satisfies never
  }
}

/** The text of a run of inline nodes. */
export function inlineText(inlines: Inline[]): string {
  return inlines.map(inlineNodeText).join('')
}

function inlineNodeText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text
    case 'strong':
    case 'emphasis':
      return inlineText(inline.children)
    case 'link': {
      const text = inlineText(inline.children)
      return text === inline.href ? text : `${text} (${inline.href})`
    }
    case 'break':
      return '\n'
    default:
      return inline satisfies never
  }
}

function indented(first: string, text: string, rest = ' '.repeat(first.length)): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n')
}
