/** The part of Draft.js's raw content that becomes Markdown. */
export interface RawBlock {
  type: string
  text: string
  inlineStyleRanges: readonly { style: string; offset: number; length: number }[]
}

const marks: Record<string, string> = { BOLD: '**', ITALIC: '*', CODE: '`' }

/** Turns the editor's blocks into the Markdown that is stored: one line a block, marks around styled text. */
export function toMarkdown(blocks: readonly RawBlock[]): string {
  let ordered = 0
  return blocks
    .map((block) => {
      ordered = block.type === 'ordered-list-item' ? ordered + 1 : 0
      const text = styled(block)
      if (block.type === 'unordered-list-item') return `- ${text}`
      return ordered > 0 ? `${ordered}. ${text}` : text
    })
    .join('\n')
    .trimEnd()
}

/** Marks close before white space and re-open after it, since Markdown knows no mark that ends in a space. */
function styled(block: RawBlock): string {
  let text = ''
  let open = ''
  const close = () => {
    const spaces = /\s*$/.exec(text)?.[0] ?? ''
    text = text.slice(0, text.length - spaces.length) + open + spaces
    open = ''
  }
  for (let at = 0; at < block.text.length; at += 1) {
    const mark = markAt(block, at)
    if (mark !== open && open !== '') close()
    const character = block.text[at] ?? ''
    if (mark !== open && !/\s/.test(character)) {
      text += mark
      open = mark
    }
    text += character
  }
  close()
  return text
}

function markAt(block: RawBlock, at: number): string {
  const range = block.inlineStyleRanges.find(
    (r) => marks[r.style] !== undefined && at >= r.offset && at < r.offset + r.length,
  )
  return range ? (marks[range.style] ?? '') : ''
}
