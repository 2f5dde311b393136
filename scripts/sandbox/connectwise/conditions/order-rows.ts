import { schemaOf } from '../schemas/registry.ts'
import { badCondition } from '../world/refusal.ts'
import type { Json, JsonObject } from '../world/row.ts'
import { fieldAt } from './check-condition.ts'
import { valueAt } from './meets-condition.ts'

/**
 * Sorts shown records by an `orderBy` text such as `contact/name asc, id desc`; unset values come first.
 * Throws ConnectWise's 400 for a name the schema lacks.
 */
export function orderRows(records: JsonObject[], orderBy: string, schemaName: string): JsonObject[] {
  const keys = orderBy.split(',').map((part) => {
    const [name = '', direction = 'asc', ...more] = part.trim().split(/\s+/)
    if (more.length > 0 || !/^(asc|desc)$/i.test(direction))
      throw badCondition(`Cannot order by '${part.trim()}'.`)
    const path = name.split('/')
    fieldAt(schemaOf(schemaName), path, 'fields')
    return { path, sign: direction.toLowerCase() === 'desc' ? -1 : 1 }
  })
  return [...records].sort((a, b) => {
    for (const { path, sign } of keys) {
      const side = compare(valueAt(a, path), valueAt(b, path))
      if (side !== 0) return side * sign
    }
    return 0
  })
}

function compare(a: Json | undefined, b: Json | undefined): number {
  if (a === b) return 0
  if (a === undefined || a === null) return b === undefined || b === null ? 0 : -1
  if (b === undefined || b === null) return 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}
