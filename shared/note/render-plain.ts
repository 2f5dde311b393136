import { arrangeNote, type RenderOptions, sentencesOf } from './arrange-note.ts'
import type { NoteDocument } from './document.ts'

/** The note as plain text, uncut, output indented by four blanks; empty where nothing is left for the audience. */
export function renderPlain(note: NoteDocument, options: RenderOptions): string {
  const arranged = arrangeNote(note, options)
  const blocks = arranged.opening ? [arranged.opening] : []
  if (arranged.short) {
    const text = sentencesOf(arranged).join(' ')
    const outputs = arranged.sections.flatMap(({ lines }) =>
      lines.flatMap(({ output }) => (output ? [indented(output)] : [])),
    )
    blocks.push(...(text ? [text] : []), ...outputs)
  } else {
    for (const { heading, lines } of arranged.sections) {
      const drawn = lines.map(({ when, text, output }) => {
        const line = when ? `- ${when} ${text}` : `- ${text}`
        return output ? `${line}\n${indented(output)}` : line
      })
      blocks.push([heading, ...drawn].join('\n'))
    }
  }
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}

function indented(output: string): string {
  return output.replace(/^(?=.)/gm, '    ')
}
