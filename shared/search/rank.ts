import { type Parts, tellingWords } from './passages.ts'
import type { Expand } from './vocabulary.ts'
import { weightOf } from './weigh-terms.ts'
import type { Word } from './words-in.ts'

/** Texts of a document with how much a word in each counts. */
export interface Field {
  text: string
  weight: number
}

// The usual BM25 figures: how soon repetition stops to count, and how much long documents are held back.
const k1 = 1.2
const b = 0.75
const headlineWeight = 2

/** Frequencies of terms in documents, for BM25. */
export interface Ranking {
  terms: Iterable<string>
  holdersOf(term: string): number
  /** Scores of the documents that share a term with the question, by id. */
  score(asked: Map<string, number>): Map<string, number>
}

/** Counts the terms of documents, weighted by field. */
export function countTerms(documents: readonly { id: string; fields: readonly Field[] }[]): Ranking {
  const frequency = new Map<string, Map<string, number>>()
  const lengths = new Map<string, number>()
  for (const { id, fields } of documents) {
    let length = 0
    for (const { text, weight } of fields)
      for (const { term } of tellingWords(text)) {
        const holders = frequency.get(term) ?? new Map<string, number>()
        holders.set(id, (holders.get(id) ?? 0) + weight)
        frequency.set(term, holders)
        length += weight
      }
    lengths.set(id, length)
  }
  const total = documents.length
  const average = [...lengths.values()].reduce((sum, length) => sum + length, 0) / Math.max(total, 1)

  return {
    terms: frequency.keys(),
    holdersOf: (term) => frequency.get(term)?.size ?? 0,
    score(asked) {
      const scores = new Map<string, number>()
      for (const [term, weight] of asked) {
        const holders = frequency.get(term)
        if (!holders) continue
        const rarity = weight * weightOf(term, holders.size, total)
        for (const [id, times] of holders) {
          const norm = 1 - b + (b * (lengths.get(id) ?? 0)) / Math.max(average, 1)
          scores.set(id, (scores.get(id) ?? 0) + rarity * ((times * (k1 + 1)) / (times + k1 * norm)))
        }
      }
      return scores
    },
  }
}

/** The known terms that a question asks for. A word said twice is not twice as telling: its best place counts. */
export function termsAsked({ headline, texts }: Parts, expand: Expand): Map<string, number> {
  const asked = new Map<string, number>()
  const ask = (words: Word[], weight: number) => {
    for (const word of words)
      for (const { term, strength } of expand(word.term))
        asked.set(term, Math.max(asked.get(term) ?? 0, weight * strength))
  }
  ask(headline, headlineWeight)
  for (const { sentences, weight } of texts) for (const sentence of sentences) ask(sentence, weight)
  return asked
}
