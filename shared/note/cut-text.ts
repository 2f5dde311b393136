import { type NoteStrings, say } from './strings.ts'

/** Of what stays, this part is the beginning and the rest the end, where a command says how it went. */
const BEGINNING = 0.65

/**
 * The text if it is at most `limit` UTF-16 units long; else its beginning and its end around a mark that says how
 * many characters were cut. Never longer than the limit, unless the mark alone is; never half a character.
 */
export function cutText(text: string, limit: number, strings: NoteStrings): string {
  if (text.length <= limit) return text
  const gap = text.includes('\n') ? '\n' : ' '
  const mark = (count: number) => say(strings.cut, { count: `${count}` })
  const room = limit - mark(text.length).length - 2 * gap.length
  if (room <= 0) return mark(text.length)
  const head = wholeEnd(text, Math.ceil(room * BEGINNING))
  const tail = wholeStart(text, text.length - Math.floor(room * (1 - BEGINNING)))
  return [text.slice(0, head), mark(tail - head), text.slice(tail)].filter(Boolean).join(gap)
}

/** The index, moved back where it would part a surrogate pair. */
function wholeEnd(text: string, index: number): number {
  return isLow(text, index) ? index - 1 : index
}

/** The index, moved on where it would part a surrogate pair. */
function wholeStart(text: string, index: number): number {
  return isLow(text, index) ? index + 1 : index
}

function isLow(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}
