import type { Block, Inline, Markdown } from '#shared/markdown/tree.ts'
import { words } from '../words/words.ts'

/** Draws a closed text tree with its variables filled. There is no way for markup to get in. */
export function Body({ tree }: { tree: Markdown }) {
  return (
    <div class="rf-body">
      {placed(tree).map(({ at, item }) => (
        <BlockView key={at} block={item} />
      ))}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines nodes={block.children} />
        </p>
      )
    case 'heading':
      return (
        <h3>
          <Inlines nodes={block.children} />
        </h3>
      )
    case 'list': {
      const items = placed(block.items).map(({ at, item }) => (
        <li key={at}>
          {placed(item).map((inner) => (
            <BlockView key={inner.at} block={inner.item} />
          ))}
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return (
        <blockquote>
          {placed(block.children).map((inner) => (
            <BlockView key={inner.at} block={inner.item} />
          ))}
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr />
    default:
      return block satisfies never
  }
}

function Inlines({ nodes }: { nodes: Inline[] }) {
  return placed(nodes).map(({ at, item }) => <InlineView key={at} node={item} />)
}

function InlineView({ node }: { node: Inline }) {
  switch (node.type) {
    case 'text':
      return node.text
    case 'strong':
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      )
    case 'code':
      return <code>{node.text}</code>
    case 'link':
      return (
        <a href={safeAddress(node.href)} target="_blank" rel="noreferrer noopener">
          <Inlines nodes={node.children} />
        </a>
      )
    case 'break':
      return <br />
    case 'missing':
      return <span class="rf-gap">{words.value.run.missing(node.name)}</span>
    default:
      return node satisfies never
  }
}

/** The tree holds only these schemes; a stored tree that does not gets no address at all. */
function safeAddress(href: string): string | undefined {
  return /^(https:|mailto:|tel:)/i.test(href) ? href : undefined
}

/** Items with their place as key: a published tree never changes its order. */
function placed<Item>(items: Item[]): { at: string; item: Item }[] {
  return items.map((item, index) => ({ at: String(index), item }))
}
