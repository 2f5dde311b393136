import { identifying, MARK, type Recogniser, type RedactionClass } from './recogniser.ts'
import { recognisers } from './recognisers.ts'
import { termExpression } from './terms.ts'

/** A value to replace, by offsets. */
export type Found = {
  readonly row: Recogniser
  readonly start: number
  readonly end: number
}

/** Everything one recogniser finds, in order; findings may overlap those of other recognisers. */
export const matchesOf = (row: Recogniser, text: string): Found[] => {
  const found: Found[] = []
  for (const match of text.matchAll(row.expression)) {
    const value = match.findLast((group) => group) ?? ''
    const last = match.index + match[0].length
    const first = last - value.length
    const answer = row.check(
      value,
      text.slice(Math.max(0, first - 100), first),
      text.slice(last, last + 1200),
    )
    if (!answer) continue
    const [from, to] = answer === true ? [-value.length, 0] : answer
    const start = last + from
    const end = last + to
    if (!text.slice(start, end).includes(MARK)) found.push({ row, start, end })
  }
  return found
}

/**
 * All values of a text, in order and without overlap. Overlapping secrets become one span, so no end of one is
 * left over, named after the first; a secret beats any identifying value it touches; of two identifying values the longer stays.
 */
export const findValues = (
  text: string,
  classes: readonly RedactionClass[],
  terms: readonly string[],
): Found[] => {
  const settled: Found[] = []
  let last: Found | undefined
  for (const next of [...recognisers, identifying('term', termExpression(terms))]
    .filter((row) => classes.includes(row.class))
    .flatMap((row) => matchesOf(row, text))
    .sort((a, b) => a.start - b.start)) {
    if (!last || next.start >= last.end) last = next
    else {
      settled.pop()
      const { row, start, end } = last
      if (row.class === 'secret')
        last = next.row.class === row.class ? { row, start, end: Math.max(end, next.end) } : last
      else if (next.row.class === 'secret' || next.end - next.start > end - start) last = next
    }
    settled.push(last)
  }
  return settled
}
