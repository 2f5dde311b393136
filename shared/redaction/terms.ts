import { plainText, unseen } from './plain-text.ts'
import { MARK } from './recogniser.ts'

/**
 * An expression for the team's terms as whole words in a plain text, whatever their case and accents; longer terms
 * first. Without terms it matches nothing.
 */
export const termExpression = (terms: readonly string[]): RegExp => {
  // The mark, which is never part of a value, keeps the list from being empty.
  const words = [...terms, MARK]
    .map((term) => plainText(term.normalize('NFKD').replace(unseen, '')).trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s{1,8}'))
    .join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}_])(${words})(?![\\p{L}\\p{N}_])`, 'giu')
}
