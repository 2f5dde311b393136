import { arrangeNote, type RenderOptions } from './arrange-note.ts'
import type { NoteDocument } from './document.ts'
import { writeMarkdown } from './write-markdown.ts'

/** The note as Markdown, uncut; empty where nothing is left for the audience. Ends with a line end. */
export function renderMarkdown(note: NoteDocument, options: RenderOptions): string {
  const blocks = writeMarkdown(arrangeNote(note, options).blocks, (text) => `## ${text}`)
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}
