import { type Arranged, type ArrangedSection, sentencesOf } from './arrange-note.ts'
import { escapeMarkdown, fence } from './escape-markdown.ts'

/** Blocks of Markdown, to be joined by blank lines. `heading` gets escaped text. */
export function writeMarkdown(note: Arranged, heading: (text: string) => string): string[] {
  const blocks = note.opening ? [escapeMarkdown(note.opening)] : []
  if (note.short) {
    const text = sentencesOf(note).map(escapeMarkdown).join(' ')
    const outputs = note.sections.flatMap(({ lines }) =>
      lines.flatMap(({ output }) => (output ? [fence(output)] : [])),
    )
    return [...blocks, ...(text ? [text] : []), ...outputs]
  }
  for (const section of note.sections)
    blocks.push(heading(escapeMarkdown(section.heading)), ...listOf(section))
  return blocks
}

/** A section's lines as lists; output stands fenced between them, at the margin where every renderer reads it. */
function listOf({ lines }: ArrangedSection): string[] {
  const blocks: string[] = []
  let items: string[] = []
  for (const { when, text, output } of lines) {
    items.push(`- ${escapeMarkdown(when ? `${when} ${text}` : text)}`)
    if (!output) continue
    blocks.push(items.join('\n'), fence(output))
    items = []
  }
  return items.length > 0 ? [...blocks, items.join('\n')] : blocks
}
