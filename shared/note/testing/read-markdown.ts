import { fromMarkdown } from 'mdast-util-from-markdown'

type Root = ReturnType<typeof fromMarkdown>
type Child = Root['children'][number]

/** What a CommonMark reader sees in a note: kinds of nodes used, plain text of lines, contents of code blocks. */
export interface Read {
  kinds: Set<string>
  /** Of each paragraph and each list item. */
  texts: string[]
  outputs: string[]
}

export function readMarkdown(markdown: string): Read {
  const read: Read = { kinds: new Set(), texts: [], outputs: [] }
  visit(fromMarkdown(markdown), read)
  return read
}

function visit(node: Root | Child, read: Read): void {
  read.kinds.add(node.type)
  if (node.type === 'paragraph') read.texts.push(textOf(node, read))
  else if (node.type === 'code') read.outputs.push(node.value)
  else if ('children' in node) for (const child of node.children) visit(child, read)
}

function textOf(node: Child, read: Read): string {
  if (node.type === 'text') return node.value
  read.kinds.add(node.type)
  if (!('children' in node)) return `<${node.type}>`
  return node.children.map((child) => textOf(child, read)).join('')
}
