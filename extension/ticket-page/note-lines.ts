/** A text's lines, as Draft.js makes blocks of them. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/)

export const sameLines = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at])

/**
 * How lines come behind those that stand in an editor, parted from them by an empty one: the text to paste at the end,
 * and the lines that must then stand there. Nothing is to be pasted where they end the note already.
 */
export function addLines(
  before: readonly string[],
  added: readonly string[],
): { pasted: string; after: string[] } {
  if (sameLines(before.slice(-added.length), added)) return { pasted: '', after: [...before] }
  const gap = gapBehind(before)
  const kept = gap === 0 ? before.slice(0, -1) : before
  const empty = Array.from({ length: Math.max(0, gap - 1) }, () => '')
  return { pasted: '\n'.repeat(gap) + added.join('\n'), after: [...kept, ...empty, ...added] }
}

/** Line breaks between what stands there and what comes: none in an empty last line that is parted already. */
function gapBehind(before: readonly string[]): number {
  const [last = '', line = ''] = before.toReversed()
  if (last !== '') return 2
  return line === '' ? 0 : 1
}
