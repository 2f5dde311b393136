import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block, Inline, Markdown } from './tree.ts'

type Node = ReturnType<typeof fromMarkdown>['children'][number]
type Links = Map<string, string>

/** Nobody nests deeper on purpose; what does is kept as text. */
const DEEPEST = 12

/** Addresses a link may have; the braces of an unfilled variable are none. */
const SAFE = /^(?:https:\/\/|mailto:|tel:)[^\s{}<>"\\^`|]+$/i

/**
 * Markdown text (CommonMark) as the closed tree that clients draw. Raw HTML becomes text, an image its
 * alternative text, and a link to anything but https, mailto or tel the text it stood on. Never fails.
 */
export function parseMarkdown(text: string): Markdown {
  const { children } = fromMarkdown(text)
  return blocksOf(children, linksIn(children), 0)
}

function linksIn(nodes: Node[]): Links {
  const links: Links = new Map()
  const visit = (node: Node, depth: number) => {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node.url)
    if ('children' in node && depth < DEEPEST) for (const child of node.children) visit(child, depth + 1)
  }
  for (const node of nodes) visit(node, 0)
  return links
}

function blocksOf(nodes: Node[], links: Links, depth: number): Block[] {
  return nodes.flatMap((node) => blockOf(node, links, depth))
}

function blockOf(node: Node, links: Links, depth: number): Block[] {
  if (depth > DEEPEST) return paragraph([{ type: 'text', text: flatText(node) }])
  switch (node.type) {
    case 'paragraph':
      return paragraph(inlinesOf(node.children, links, depth + 1))
    case 'heading': {
      const level = node.depth === 1 || node.depth === 2 ? node.depth : 3
      return [{ type: 'heading', level, children: inlinesOf(node.children, links, depth + 1) }]
    }
    case 'list': {
      const items = node.children.map((item) => blocksOf(item.children, links, depth + 1))
      return [{ type: 'list', ordered: node.ordered === true, items }]
    }
    case 'blockquote':
      return [{ type: 'quote', children: blocksOf(node.children, links, depth + 1) }]
    case 'code':
      return [{ type: 'code', language: node.lang ?? null, text: node.value }]
    case 'thematicBreak':
      return [{ type: 'rule' }]
    case 'definition':
      return []
    default:
      return paragraph(inlineOf(node, links, depth))
  }
}

function paragraph(children: Inline[]): Block[] {
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function inlinesOf(nodes: Node[], links: Links, depth: number): Inline[] {
  return joined(nodes.flatMap((node) => inlineOf(node, links, depth)))
}

function inlineOf(node: Node, links: Links, depth: number): Inline[] {
  if (depth > DEEPEST) return words(flatText(node))
  switch (node.type) {
    case 'text':
    case 'html':
      return words(node.value)
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlinesOf(node.children, links, depth + 1) }]
    case 'inlineCode':
      return [{ type: 'code', text: node.value }]
    case 'link':
      return linkOf(node.url, inlinesOf(node.children, links, depth + 1))
    case 'linkReference':
      return linkOf(links.get(node.identifier) ?? '', inlinesOf(node.children, links, depth + 1))
    case 'image':
    case 'imageReference':
      return words(node.alt ?? '')
    case 'break':
      return [{ type: 'break' }]
    default:
      return words(flatText(node))
  }
}

function linkOf(href: string, children: Inline[]): Inline[] {
  return SAFE.test(href) ? [{ type: 'link', href, children }] : children
}

function words(text: string): Inline[] {
  return text ? [{ type: 'text', text: text.replace(/\s*\n\s*/g, ' ') }] : []
}

/** Neighbouring texts as one, so that a variable never falls apart. */
function joined(inlines: Inline[]): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result[result.length - 1]
    if (inline.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', text: last.text + inline.text }
    } else result.push(inline)
  }
  return result
}

/** All the text in a node, however deep. */
function flatText(root: Node): string {
  const parts: string[] = []
  const pending: Node[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if ('value' in node) parts.push(node.value)
    if ('children' in node) pending.push(...node.children.toReversed())
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}
