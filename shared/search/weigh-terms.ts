import { commonTerms } from './stop-words.ts'
import { isExact } from './words-in.ts'

/**
 * Flows that a small library is imagined to have besides its own, so that a word does not pass for common because
 * two flows of three use it, and weights hardly move as a library grows.
 */
const imagined = 20
const commonShare = 0.35

/** How telling a term is that `holders` of `total` documents use. */
export function weightOf(term: string, holders: number, total: number): number {
  const rarity = Math.log(1 + (total + imagined - holders + 0.5) / (holders + 0.5))
  return commonTerms.has(term) ? rarity * commonShare : rarity
}

/** Whether a term can tell one trouble from another. */
export function isTelling(term: string): boolean {
  return !commonTerms.has(term)
}

/** Codes name a trouble on their own. */
export function isCode(term: string): boolean {
  return isExact(term) && term.length >= 4
}
