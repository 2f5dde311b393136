import { fullName } from '../kinds/kind.ts'
import { kindOf, tableOf } from '../kinds/registry.ts'
import type { FieldError } from '../world/refusal.ts'
import { isJsonObject, type Json, type Row } from '../world/row.ts'
import { rowOf, rowsOf, type World } from '../world/world.ts'

/** Where a reference stands, for its error. */
interface Place {
  field: string
  resource: string
  draft: Row
}

/**
 * Finds the record that a reference in a body means: by `id`, else by `identifier`, else by `name`. Answers
 * `{ id }`, null for an empty reference, or the error ConnectWise would list.
 */
export function resolveReference(
  world: World,
  schema: string,
  value: Json,
  place: Place,
): { id: number } | null | FieldError {
  if (value === null) return null
  if (!isJsonObject(value))
    return wrong(place, 'InvalidField', `The field ${place.field} must be a reference.`, '')
  const tableName = tableOf(schema)
  const label = kindOf(tableName).label
  if (typeof value.id === 'number' && value.id !== 0)
    return rowOf(world, tableName, value.id)
      ? { id: value.id }
      : wrong(place, 'NotFound', `${label} ${value.id} not found`, '/id')
  const [key, wanted] =
    typeof value.identifier === 'string' ? ['identifier', value.identifier] : ['name', value.name]
  if (typeof wanted !== 'string' || wanted === '') return null
  const belongs = kindOf(tableName).belongs
  const same = rowsOf(world, tableName, (row) => nameOf(row, key).toLowerCase() === wanted.toLowerCase())
  const found = belongs ? same.find((row) => belongs(row, place.draft)) : same[0]
  return found ? { id: found.id } : wrong(place, 'NotFound', `${label} ${wanted} not found`, `/${key}`)
}

function nameOf(row: Row, key: string): string {
  const value = row.fields[key] ?? (key === 'name' ? (row.fields.description ?? fullName(row)) : '')
  return typeof value === 'string' ? value : ''
}

function wrong(place: Place, code: string, message: string, below: string): FieldError {
  return { code, message, resource: place.resource, field: `${place.field}${below}` }
}
