import type { Hit } from '#shared/search/rank.ts'

/** Below this a flow shares words with the ticket by chance. */
const leastScore = 4
const leastWords = 2

/** Whether a flow fits well enough to be suggested. */
export function fits({ score, words }: Hit): boolean {
  return score >= leastScore && words.length >= leastWords
}
