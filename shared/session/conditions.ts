import type { Condition } from '../flow/flow.ts'
import type { Lookup } from './variables.ts'

/**
 * Whether a condition holds. Texts compare without regard to case and outer blanks, `above` and `below` by the
 * number a value begins with. Of a missing value only `missing` is true.
 */
export function holds(condition: Condition, lookup: Lookup): boolean {
  const value = lookup(condition.variable)
  if (condition.test === 'missing') return value === undefined
  if (value === undefined) return false
  const left = folded(value)
  const right = folded(condition.value ?? '')
  switch (condition.test) {
    case 'present':
      return true
    case 'equals':
      return left === right
    case 'differs':
      return left !== right
    case 'contains':
      return left.includes(right)
    case 'above':
      return numberIn(value) > numberIn(right)
    case 'below':
      return numberIn(value) < numberIn(right)
    default:
      return condition.test satisfies never
  }
}

/** The number a text begins with, with a point or a comma (`12,5 ms` → 12.5); NaN where there is none. */
export function numberIn(text: string): number {
  return Number.parseFloat(text.trim().replace(/^(-?\d+),(?=\d)/, '$1.'))
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}
