import type { Block, Inline, Markdown } from '#shared/markdown/tree.ts'
import { words } from '../words/words.ts'

/** Draws a closed text tree with its variables filled. There is no way for markup to get in. */
export function Body({ tree }: { tree: Markdown }) {
  return (
    <div class="rf-body">
      <Blocks nodes={tree} />
    </div>
  )
}

const tags = { paragraph: 'p', heading: 'h3', quote: 'blockquote', strong: 'strong', emphasis: 'em' } as const

function Blocks({ nodes }: { nodes: Markdown }) {
  return placed(nodes).map(({ at, item }) => <BlockView key={at} block={item} />)
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul'
      return (
        <Tag>
          {placed(block.items).map(({ at, item }) => (
            <li key={at}>
              <Blocks nodes={item} />
            </li>
          ))}
        </Tag>
      )
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks nodes={block.children} />
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
      return <Tagged node={block} />
  }
}

/** Nodes that are an element around their words. */
function Tagged({ node }: { node: Extract<Block | Inline, { children: Inline[] }> }) {
  if (node.type === 'link') {
    return (
      <a href={safeAddress(node.href)} target="_blank" rel="noreferrer noopener">
        <Inlines nodes={node.children} />
      </a>
    )
  }
  const Tag = tags[node.type]
  return (
    <Tag>
      <Inlines nodes={node.children} />
    </Tag>
  )
}

function Inlines({ nodes }: { nodes: Inline[] }) {
  return placed(nodes).map(({ at, item }) => <InlineView key={at} node={item} />)
}

function InlineView({ node }: { node: Inline }) {
  switch (node.type) {
    case 'text':
      return node.text
    case 'code':
      return <code>{node.text}</code>
    case 'break':
      return <br />
    case 'missing':
      return <span class="rf-gap">{words.value.run.missing(node.name)}</span>
    default:
      return <Tagged node={node} />
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
