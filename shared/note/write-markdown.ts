import { type ArrangedLine, type Block, dated } from './block.ts'
import { escapeMarkdown, fence } from './escape-markdown.ts'

/** Blocks of Markdown, to be joined by blank lines. `heading` gets escaped text. */
export function writeMarkdown(blocks: Block[], heading: (text: string) => string): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return listOf(block.lines)
    if (block.kind === 'output') return fence(block.text)
    const text = escapeMarkdown(block.text)
    return block.kind === 'heading' ? heading(text) : text
  })
}

/** Lines as lists; output stands fenced between them, at the margin where every renderer reads it. */
function listOf(lines: ArrangedLine[]): string[] {
  const blocks: string[] = []
  let items: string[] = []
  for (const line of lines) {
    items.push(`- ${escapeMarkdown(dated(line))}`)
    if (!line.output) continue
    blocks.push(items.join('\n'), fence(line.output))
    items = []
  }
  return items.length > 0 ? [...blocks, items.join('\n')] : blocks
}
