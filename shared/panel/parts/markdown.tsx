import { fillRun, type Values } from '#shared/markdown/fill-variables.ts'
import type { Block, Inline, Markdown } from '#shared/markdown/tree.ts'
import { words } from '../words/words.ts'

/** Draws a closed text tree, its variables filled from `values`. There is no way for markup to get in. */
export function Body({ tree, values }: { tree: Markdown; values: Values }) {
  return (
    <div class="rf-body">
      <Blocks nodes={tree} values={values} />
    </div>
  )
}

/** A plain text with its variables filled; a missing one shows as such, to eyes and to a screen reader. */
export function Filled({ text, values }: { text: string; values: Values }) {
  return placed(fillRun(text, values)).map(({ at, item }) =>
    typeof item === 'string' ? (
      item
    ) : (
      <span key={at} class="rf-gap">
        {words.value.run.missing(item.missing)}
      </span>
    ),
  )
}

const tags = { paragraph: 'p', heading: 'h3', quote: 'blockquote', strong: 'strong', emphasis: 'em' } as const

function Blocks({ nodes, values }: { nodes: Markdown; values: Values }) {
  return placed(nodes).map(({ at, item }) => <BlockView key={at} block={item} values={values} />)
}

function BlockView({ block, values }: { block: Block; values: Values }) {
  switch (block.type) {
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul'
      return (
        <Tag>
          {placed(block.items).map(({ at, item }) => (
            <li key={at}>
              <Blocks nodes={item} values={values} />
            </li>
          ))}
        </Tag>
      )
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks nodes={block.children} values={values} />
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>
            <Filled text={block.text} values={values} />
          </code>
        </pre>
      )
    case 'rule':
      return <hr />
    default:
      return <Tagged node={block} values={values} />
  }
}

/** Nodes that are an element around their words. */
function Tagged({ node, values }: { node: Extract<Block | Inline, { children: Inline[] }>; values: Values }) {
  if (node.type === 'link') {
    return (
      <a href={safeAddress(node.href)} target="_blank" rel="noreferrer noopener">
        <Inlines nodes={node.children} values={values} />
      </a>
    )
  }
  const Tag = tags[node.type]
  return (
    <Tag>
      <Inlines nodes={node.children} values={values} />
    </Tag>
  )
}

function Inlines({ nodes, values }: { nodes: Inline[]; values: Values }) {
  return placed(nodes).map(({ at, item }) => <InlineView key={at} node={item} values={values} />)
}

function InlineView({ node, values }: { node: Inline; values: Values }) {
  switch (node.type) {
    case 'text':
      return <Filled text={node.text} values={values} />
    case 'code':
      return (
        <code>
          <Filled text={node.text} values={values} />
        </code>
      )
    case 'break':
      return <br />
    default:
      return <Tagged node={node} values={values} />
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
