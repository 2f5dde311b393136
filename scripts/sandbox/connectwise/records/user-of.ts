import { kindOf, tableOf } from '../kinds/registry.ts'
import { schemas } from '../schemas/registry.ts'
import { refId } from '../world/row.ts'
import type { World } from '../world/world.ts'

/** A record that refers to the one named, such as "Service Ticket 26251"; nothing where none does. */
export function userOf(world: World, tableName: string, id: number): string | undefined {
  for (const [name, rows] of world.tables)
    for (const row of rows.values()) {
      const kind = kindOf(name, row)
      for (const [field, { schema }] of schemas.get(kind.schema) ?? [])
        if (schema?.endsWith('Reference') && tableOf(schema) === tableName && refId(row.fields[field]) === id)
          return `${kind.label} ${row.id}`
    }
  return undefined
}
