import type { Vocabulary } from './vocabulary.ts'
import { folded, wordsIn } from './words-in.ts'

const mostWords = 12

/**
 * The known terms meant by what stands in a search box, each with how sure that is from 0 to 1. A word may still be
 * unfinished: `outl` finds "outlook".
 */
export function termsTyped(text: string, vocabulary: Vocabulary): Map<string, number> {
  const asked = new Map<string, number>()
  const typed = text
    .slice(0, 200)
    .split(/[^\p{L}\p{N}'’._-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, mostWords)
  for (const word of typed) {
    const whole = wordsIn(word).flatMap(({ term }) => vocabulary.expand(term))
    const begun = vocabulary.startingWith(folded(word))
    for (const { term, strength } of [...whole, ...begun])
      asked.set(term, Math.max(asked.get(term) ?? 0, strength))
  }
  return asked
}
