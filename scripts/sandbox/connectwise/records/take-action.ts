import type { Kind } from '../kinds/kind.ts'
import { invalidObject } from '../world/refusal.ts'
import type { JsonObject, Row } from '../world/row.ts'
import type { World } from '../world/world.ts'
import { missingFields } from './change-record.ts'
import { takeBody } from './take-body.ts'

/**
 * Checks the body of an action that is no record, such as a merge, against its schema. `about` is the record that it
 * is for: names such as a status are looked up within its board. References come back as `{ id }`. Throws 400.
 */
export function takeAction(world: World, schema: string, body: JsonObject, about?: Row): JsonObject {
  const resource = schema.slice(0, 1).toLowerCase() + schema.slice(1)
  const kind: Kind = { schema, table: schema, label: schema, resource }
  const draft: Row = {
    id: about?.id ?? 0,
    fields: { ...about?.fields },
    stamp: about?.stamp ?? { lastUpdated: '', updatedBy: '', dateEntered: '', enteredBy: '' },
  }
  const { given, errors } = takeBody(world, kind, body, draft)
  const named = new Set(errors.map((error) => error.field.split('/')[0]))
  const missing = missingFields(kind, { ...draft, fields: given }).filter(({ field }) => !named.has(field))
  if (errors.length + missing.length > 0) throw invalidObject(resource, [...errors, ...missing])
  return given
}
