import { Problem } from '#api/problem.ts'
import { storableText } from '#shared/session/storable-text.ts'

/** Nothing the API takes nests deeper; what comes deeper could only exhaust the stack. */
const deepest = 64

/**
 * A value read from JSON, a path or a query with every text in it, names too, as the database can hold it. Throws
 * `invalid` where it nests too deep.
 */
export function cleanInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) throw new Problem('invalid', 'The request nests too deep.')
  if (Array.isArray(value)) return value.map((item) => cleanInput(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [storableText(name), cleanInput(item, depth + 1)]),
  )
}
