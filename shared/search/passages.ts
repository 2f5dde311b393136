import { stopTerms } from './stop-words.ts'
import { type Word, wordsIn } from './words-in.ts'

/** What is asked about: a headline, and texts with how much each counts beside it. */
export interface Question {
  summary: string
  texts: { text: string; weight: number }[]
}

/** A question taken apart: words that say nothing are left out. */
export interface Parts {
  headline: Word[]
  /** Each text as its sentences. */
  texts: { sentences: Word[][]; weight: number }[]
}

/** Words that stand close together. */
export interface Passage {
  words: Word[]
  weight: number
}

const longestQuestion = 60_000
const longestSummary = 1_000
const longestSentence = 40
const mostPassages = 400

/** Takes a question apart. What is longer than can be read in a moment is cut. */
export function takeApart({ summary, texts }: Question): Parts {
  let left = longestQuestion
  return {
    headline: tellingWords(summary.slice(0, longestSummary)),
    texts: texts.map(({ text, weight }) => {
      const read = text.slice(0, left)
      left -= read.length
      const sentences = read.split(/[.!?]\s|\n/).flatMap((sentence) => chunks(tellingWords(sentence)))
      return { sentences, weight }
    }),
  }
}

/** The texts of a question as pairs of neighbouring sentences. */
export function passagesOf({ texts }: Parts): Passage[] {
  const passages = texts.flatMap(({ sentences, weight }) =>
    sentences.map((sentence, at) => ({ words: [...sentence, ...(sentences[at + 1] ?? [])], weight })),
  )
  return passages.slice(0, mostPassages)
}

/** The words of a text without stop words. */
export function tellingWords(text: string): Word[] {
  return wordsIn(text).filter(({ term }) => !stopTerms.has(term))
}

function chunks(words: Word[]): Word[][] {
  const parts: Word[][] = []
  for (let at = 0; at < words.length; at += longestSentence) parts.push(words.slice(at, at + longestSentence))
  return parts
}
