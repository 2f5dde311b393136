import { stopTerms } from './stop-words.ts'
import { wordsIn } from './words-in.ts'

/** Something to be found: texts with how much a word in each counts. */
export interface Searchable {
  id: string
  fields: { text: string; weight: number }[]
}

/** A document that shares words with the query, best first; `words` as they stand in the query, most telling first. */
export interface Hit {
  id: string
  score: number
  words: string[]
}

/** An index over some documents: ask it as often as you like. */
export interface Index {
  find(query: { text: string; weight: number }[]): Hit[]
}

// The usual BM25 figures: how soon repetition stops to count, and how much long documents are held back.
const k1 = 1.2
const b = 0.75

/** Ranks by BM25 with weighted fields. No query is refused, whatever is in it, and no single missing word empties the answer. */
export function buildIndex(documents: readonly Searchable[]): Index {
  const frequency = new Map<string, Map<string, number>>()
  const lengths = new Map<string, number>()
  for (const { id, fields } of documents) {
    let length = 0
    for (const { text, weight } of fields)
      for (const { term } of wordsIn(text)) {
        if (stopTerms.has(term)) continue
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
    find(query) {
      const asked = new Map<string, { weight: number; written: string }>()
      for (const { text, weight } of query)
        for (const { term, written } of wordsIn(text)) {
          if (!frequency.has(term)) continue
          const known = asked.get(term)
          // A word said twice in a ticket is not twice as telling: its best place counts.
          if (known === undefined || known.weight < weight)
            asked.set(term, { weight, written: known?.written ?? written })
        }
      const hits = new Map<string, { score: number; words: Map<string, number> }>()
      for (const [term, { weight, written }] of asked) {
        const holders = frequency.get(term) ?? new Map<string, number>()
        const rarity = Math.log(1 + (total - holders.size + 0.5) / (holders.size + 0.5))
        for (const [id, times] of holders) {
          const norm = 1 - b + (b * (lengths.get(id) ?? 0)) / Math.max(average, 1)
          const gain = weight * rarity * ((times * (k1 + 1)) / (times + k1 * norm))
          const hit = hits.get(id) ?? { score: 0, words: new Map<string, number>() }
          hit.score += gain
          hit.words.set(written, (hit.words.get(written) ?? 0) + gain)
          hits.set(id, hit)
        }
      }
      return [...hits]
        .map(([id, { score, words }]) => ({ id, score, words: byGain(words) }))
        .sort((one, other) => other.score - one.score || one.id.localeCompare(other.id))
    },
  }
}

function byGain(words: Map<string, number>): string[] {
  return [...words].sort(([, one], [, other]) => other - one).map(([word]) => word)
}
