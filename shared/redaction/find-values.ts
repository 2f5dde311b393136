import { MARK, type Recogniser } from './recogniser.ts'

/** A value to replace, by offsets. */
export type Found = { readonly row: Recogniser; readonly start: number; readonly end: number }

/** Everything one recogniser finds, in order; findings may overlap those of other recognisers. */
export const matchesOf = (row: Recogniser, text: string): Found[] => {
  const found: Found[] = []
  for (const { 0: whole, index, groups: { before = '', value = before + whole } = {} } of text.matchAll(
    row.expression,
  )) {
    const last = index + whole.length
    const first = last - value.length
    const answer = row.check(value, text.slice(0, first).slice(-60), text.slice(last, last + 1200))
    if (!answer) continue
    const [start, end] = answer === true ? [first, last] : [last + answer[0], last + answer[1]]
    if (!text.slice(start, end).includes(MARK)) found.push({ row, start, end })
  }
  return found
}

/**
 * All values of a text, in order and without overlap. Overlapping secrets become one span, so no end of one is
 * left over, named after the first; a secret beats any identifying value it touches; of two identifying values
 * the first stays.
 */
export const findValues = (text: string, rows: readonly Recogniser[]): Found[] => {
  const settled: Found[] = []
  for (const next of rows.flatMap((row) => matchesOf(row, text)).sort((a, b) => a.start - b.start)) {
    const last = settled.at(-1)
    if (!last || next.start >= last.end) settled.push(next)
    else if (next.row.class === 'secret')
      settled.splice(
        -1,
        1,
        last.row.class === 'secret' ? { ...last, end: Math.max(last.end, next.end) } : next,
      )
  }
  return settled
}
