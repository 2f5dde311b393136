/** A word of a text: as it stands there, and the term it is looked up by. */
export interface Word {
  written: string
  term: string
}

const longestText = 40_000
const longestWord = 64

/**
 * The words of a text, in order. Codes, versions and names (`0x800ccc0e`, `KB5034441`, `srv-mail01`) stay whole beside
 * their parts; other words are folded to lower case and stripped of accents and common endings.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const [written] of text
    .slice(0, longestText)
    .matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*(?:[-_.][\p{L}\p{N}]+)*/gu)) {
    if (written.length > longestWord) continue
    const plain = written
      .normalize('NFKD')
      .replace(/\p{M}|['’](?:s\b)?/gu, '')
      .toLowerCase()
    if (/[-_.]|\d/.test(plain)) words.push({ written, term: plain })
    for (const part of plain.split(/[-_.]/))
      if (part.length > 1 && !/^\d+$/.test(part)) words.push({ written, term: stem(part) })
  }
  return words
}

/** Takes common English and German endings off, so that "printers" meets "printing". Exact words stay recognisable. */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word
  for (const [ending, rest] of endings)
    if (word.endsWith(ending) && word.length - ending.length + rest.length >= 3)
      return undouble(word.slice(0, -ending.length) + rest)
  return word
}

const endings: readonly (readonly [string, string])[] = [
  ['ations', 'at'],
  ['ation', 'at'],
  ['ingly', ''],
  ['ings', ''],
  ['ing', ''],
  ['ies', 'y'],
  ['edly', ''],
  ['sses', 'ss'],
  ['ers', ''],
  ['er', ''],
  ['ed', ''],
  ['es', ''],
  ['en', ''],
  ['ly', ''],
  ['s', ''],
  ['e', ''],
]

/** "stopp" is "stop"; "ll" and "ss" belong to the word. */
function undouble(word: string): string {
  return /([^aeiouls])\1$/.test(word) ? word.slice(0, -1) : word
}
