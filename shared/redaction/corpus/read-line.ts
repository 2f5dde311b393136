/** A corpus line: the text, and the stretches that ought to be replaced. */
export type CorpusLine = { readonly text: string; readonly wanted: readonly { start: number; end: number }[] }

/** Reads a corpus line, in which values stand in ⟦brackets⟧, some with their kind in front: ⟦ip:10.0.0.1⟧. */
export const readLine = (raw: string): CorpusLine => {
  const wanted: { start: number; end: number }[] = []
  let text = ''
  let from = 0
  for (const match of raw.matchAll(/⟦(?:(?:ip|mac|email|phone|card|iban|ssn):)?([^⟧]*)⟧/g)) {
    text += raw.slice(from, match.index)
    wanted.push({ start: text.length, end: text.length + (match[1] ?? '').length })
    text += match[1] ?? ''
    from = match.index + match[0].length
  }
  return { text: text + raw.slice(from), wanted }
}
