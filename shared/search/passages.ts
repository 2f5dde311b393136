import { stopTerms } from './stop-words.ts'
import { type Word, wordsIn } from './words-in.ts'

/** What is asked about: a headline, and texts with how much each counts beside it. */
export interface Question {
  summary: string
  texts: { text: string; weight: number }[]
}

/** Words that stand close together. */
export interface Passage {
  words: Word[]
  weight: number
}

const longestQuestion = 60_000
const longestSummary = 1_000
const longest = 40
const most = 400

/** A question cut down to what can be read in a moment, in its own order. */
export function shorten({ summary, texts }: Question): Question {
  let left = longestQuestion
  const kept = texts.flatMap(({ text, weight }) => {
    const part = text.slice(0, left)
    left -= part.length
    return part === '' ? [] : [{ text: part, weight }]
  })
  return { summary: summary.slice(0, longestSummary), texts: kept }
}

/** A question's headline, and its texts cut into pairs of neighbouring sentences, without words that say nothing. */
export function passagesOf({ summary, texts }: Question): { headline: Word[]; passages: Passage[] } {
  const passages: Passage[] = []
  for (const { text, weight } of texts) {
    const sentences = text.split(/[.!?]\s|\n/).flatMap((sentence) => chunks(tellingWords(sentence)))
    for (const [index, sentence] of sentences.entries()) {
      if (passages.length >= most) break
      passages.push({ words: [...sentence, ...(sentences[index + 1] ?? [])], weight })
    }
  }
  return { headline: tellingWords(summary), passages }
}

/** The words of a text without stop words. */
export function tellingWords(text: string): Word[] {
  return wordsIn(text).filter(({ term }) => !stopTerms.has(term))
}

function chunks(words: Word[]): Word[][] {
  const parts: Word[][] = []
  for (let at = 0; at < words.length; at += longest) parts.push(words.slice(at, at + longest))
  return parts
}
