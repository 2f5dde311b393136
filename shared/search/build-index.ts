import { type Question, takeApart } from './passages.ts'
import { countTerms, type Field, termsAsked } from './rank.ts'
import { indexSymptoms } from './symptoms.ts'
import { termsTyped } from './type-ahead.ts'
import { createVocabulary, remembering } from './vocabulary.ts'

/** Something to be found: its title and symptoms, one a line, and other texts with how much a word there counts. */
export interface Searchable {
  id: string
  title: string
  symptoms: readonly string[]
  others: readonly Field[]
}

/** A document that a question speaks of, best first. */
export interface Hit {
  id: string
  score: number
  /** How much of its title or of one symptom the question says, from 0 to 1: what tells a fit from a chance. */
  share: number
  /** The question's words that say so, as they stand there, most telling first. */
  words: string[]
}

/** An index over some documents: ask it as often as you like. Pure, and no text is refused. */
export interface Index {
  /** Documents that share words with a question, best first. No single missing word empties the answer. */
  ask(question: Question): Hit[]
  /** Ids of documents for a few words typed into a search box, the last perhaps not finished. */
  type(text: string): string[]
}

const titleWeight = 4
const symptomWeight = 3
/** Symptoms are looked for in so many documents, those that share the most with the question. */
const mostCompared = 24

/** Counts words and symptoms of the documents once. */
export function buildIndex(documents: readonly Searchable[]): Index {
  const counted = countTerms(
    documents.map(({ id, title, symptoms, others }) => ({
      id,
      fields: [
        { text: title, weight: titleWeight },
        { text: symptoms.join('\n'), weight: symptomWeight },
        ...others,
      ],
    })),
  )
  const vocabulary = createVocabulary(counted.terms)
  const presence = indexSymptoms(
    documents.map(({ id, title, symptoms }) => ({ id, symptoms: [title, ...symptoms] })),
    counted.holdersOf,
  )

  return {
    ask(question) {
      const parts = takeApart(question)
      const expand = remembering(vocabulary.expand)
      const scored = [...counted.score(termsAsked(parts, expand))]
      const likely = scored.toSorted(byScore).slice(0, mostCompared)
      const present = presence(
        parts,
        expand,
        likely.map(([id]) => id),
      )
      const hits = scored.map(([id, score]): Hit => {
        const { share, words } = present.get(id) ?? { share: 0, words: [] }
        return { id, score: score * (0.2 + share), share, words }
      })
      return hits.sort((one, other) => byScore([one.id, one.score], [other.id, other.score]))
    },
    type(text) {
      return [...counted.score(termsTyped(text, vocabulary))].sort(byScore).map(([id]) => id)
    },
  }
}

function byScore([a, one]: [string, number], [z, other]: [string, number]): number {
  return other - one || (a < z ? -1 : 1)
}
