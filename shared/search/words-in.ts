import { sameWord } from './same-words.ts'
import { stem } from './stem.ts'

/** A word of a text: as it stands there, and the term it is looked up by. */
export interface Word {
  written: string
  term: string
}

const longestText = 40_000
const longestWord = 64

/**
 * The words of a text, in order; of a very long text the beginning. Codes, addresses and names with digits
 * (`0x800ccc0e`, `KB5034441`, `srv-mail01`) stay whole beside their parts; other words are folded to lower case
 * without accents and common endings. `e-mail` is also one word. Numbers under four digits say nothing.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const [written] of text
    .slice(0, longestText)
    .matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*(?:[-_.][\p{L}\p{N}]+)*/gu)) {
    if (written.length > longestWord) continue
    for (const term of termsOf(folded(written))) words.push({ written, term })
  }
  return words
}

/** Lower case, without accents and apostrophes; "l’imprimante" is "imprimante", "user’s" is "user". */
export function folded(word: string): string {
  return word
    .replace(/^(?:[cdjlmnst]|qu)['’](?=\p{L}{3})/iu, '')
    .normalize('NFKD')
    .replace(/\p{M}|['’](?:s$)?/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
}

/** Whether a term is a code, number or name that must be matched to the letter. */
export function isExact(term: string): boolean {
  return /\d/.test(term)
}

function termsOf(word: string): string[] {
  const parts = word.split(/[-_.]/).filter((part) => part.length > 1 && !isExact(part))
  if (isExact(word)) return /^\d{1,3}$/.test(word) ? [] : [word, ...parts.map(termOf)]
  const whole = word.replace(/[-_.]/g, '')
  const terms = whole === word ? [] : [whole]
  return [...new Set([...terms, ...parts].map(termOf))]
}

const termOf = (word: string) => sameWord(stem(sameWord(word)))
