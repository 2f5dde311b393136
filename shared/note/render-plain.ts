import { arrangeNote, type RenderOptions } from './arrange-note.ts'
import { type Block, dated } from './block.ts'
import type { NoteDocument } from './document.ts'

/** The note as plain text, uncut, output indented by four blanks; empty where nothing is left for the audience. */
export function renderPlain(note: NoteDocument, options: RenderOptions): string {
  const { blocks } = arrangeNote(note, options)
  return blocks
    .map((block) => {
      const introduces = block.kind === 'heading' || block.kind === 'lead'
      return `${textOf(block)}\n${introduces ? '' : '\n'}`
    })
    .join('')
    .replace(/\n+$/, '\n')
}

function textOf(block: Block): string {
  if (block.kind === 'output') return indented(block.text)
  if (block.kind !== 'list') return block.text
  return block.lines
    .map((line) => (line.output ? `- ${dated(line)}\n${indented(line.output)}` : `- ${dated(line)}`))
    .join('\n')
}

function indented(output: string): string {
  return output.replace(/^(?=.)/gm, '    ')
}
