import { fromMarkdown } from 'mdast-util-from-markdown'
import { createElement, type ReactNode } from 'react'

type Tree = ReturnType<typeof fromMarkdown>
type Content = Tree['children'][number]

/** A note's text as the ticket shows it: Markdown rendered, HTML shown as the text it is, line ends kept. */
export function Markdown(props: { text: string }) {
  return <>{fromMarkdown(props.text).children.map((node, at) => show(node, String(at)))}</>
}

function show(node: Content, key: string): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p key={key}>{inside(node.children)}</p>
    case 'heading':
      return createElement(`h${Math.min(6, node.depth + 2)}`, { key }, inside(node.children))
    case 'text':
      return node.value
    case 'strong':
      return <strong key={key}>{inside(node.children)}</strong>
    case 'emphasis':
      return <em key={key}>{inside(node.children)}</em>
    case 'inlineCode':
      return <code key={key}>{node.value}</code>
    case 'code':
      return (
        <pre key={key}>
          <code>{node.value}</code>
        </pre>
      )
    case 'list':
      return createElement(
        node.ordered ? 'ol' : 'ul',
        { key, ...(node.ordered ? { start: node.start ?? 1 } : {}) },
        inside(node.children),
      )
    case 'listItem':
      return <li key={key}>{inside(node.children)}</li>
    case 'blockquote':
      return <blockquote key={key}>{inside(node.children)}</blockquote>
    case 'link':
      return /^(https?|mailto):/i.test(node.url) ? (
        <a key={key} href={node.url} target="_blank" rel="noopener noreferrer">
          {inside(node.children)}
        </a>
      ) : (
        <span key={key}>{inside(node.children)}</span>
      )
    case 'image':
      return <em key={key}>[{node.alt || 'image'}]</em>
    case 'break':
      return '\n'
    case 'thematicBreak':
      return <hr key={key} />
    case 'html':
      return node.value
    default:
      return null
  }
}

function inside(children: readonly Content[]): ReactNode[] {
  return children.map((child, at) => show(child, String(at)))
}
