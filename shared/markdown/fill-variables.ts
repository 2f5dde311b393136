import type { Block, Inline, Markdown } from './tree.ts'

/** The value of a variable by its full name; undefined where it has none. */
export type Values = (name: string) => string | undefined

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g

/**
 * The tree with every `{{name}}` in its texts, code and link texts replaced by its value. Values are plain text
 * whatever they look like. A name without a value becomes a `missing` node, in code the name in braces.
 */
export function fillVariables(tree: Markdown, values: Values): Markdown {
  return tree.map((block) => fillBlock(block, values))
}

/** A plain text with its variables filled, and the names that had no value and stay as `{{name}}`. */
export function fillText(text: string, values: Values): { text: string; missing: string[] } {
  const missing: string[] = []
  const filled = text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = values(name)
    if (value === undefined) missing.push(name)
    return value ?? whole
  })
  return { text: filled, missing }
}

function fillBlock(block: Block, values: Values): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: fillInlines(block.children, values) }
    case 'list':
      return { ...block, items: block.items.map((item) => fillVariables(item, values)) }
    case 'quote':
      return { ...block, children: fillVariables(block.children, values) }
    case 'code':
      return { ...block, text: fillText(block.text, values).text }
    case 'rule':
      return block
    default:
      return block satisfies never
  }
}

function fillInlines(children: Inline[], values: Values): Inline[] {
  return children.flatMap((child) => fillInline(child, values))
}

function fillInline(inline: Inline, values: Values): Inline[] {
  switch (inline.type) {
    case 'text':
      return fillRun(inline.text, values)
    case 'code':
      return [{ ...inline, text: fillText(inline.text, values).text }]
    case 'strong':
    case 'emphasis':
    case 'link':
      return [{ ...inline, children: fillInlines(inline.children, values) }]
    case 'break':
    case 'missing':
      return [inline]
    default:
      return [inline satisfies never]
  }
}

/** A text cut at its missing variables, the others filled in. */
function fillRun(text: string, values: Values): Inline[] {
  const run: Inline[] = []
  let pending = ''
  let from = 0
  const flush = () => {
    if (pending) run.push({ type: 'text', text: pending })
    pending = ''
  }
  for (const match of text.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? ''
    const value = values(name)
    pending += text.slice(from, match.index) + (value ?? '')
    from = match.index + match[0].length
    if (value !== undefined) continue
    flush()
    run.push({ type: 'missing', name })
  }
  pending += text.slice(from)
  flush()
  return run
}
