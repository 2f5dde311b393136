import type { Kind } from '../kinds/kind.ts'
import { kindOf, tableOf } from '../kinds/registry.ts'
import { mayBeNull } from '../schemas/check-shape.ts'
import type { Field } from '../schemas/field.ts'
import { schemaOf } from '../schemas/registry.ts'
import { isJsonObject, type Json, type JsonObject, type Row, refId } from '../world/row.ts'
import { rowOf, type World } from '../world/world.ts'

/** What showing a record needs: the world, and the address that hrefs start with. */
export interface View {
  world: World
  /** Such as `https://host/v4_6_release/apis/3.0/`; hrefs have a second slash after it, as recorded. */
  base: string
}

/** Spells a row out as ConnectWise answers it: schema fields only, short references, `_info`. */
export function showRecord(view: View, kind: Kind, row: Row): JsonObject {
  const stored: JsonObject = { ...row.fields, ...kind.derive?.(row, view.world), id: row.id }
  const shown: JsonObject = {}
  for (const [name, field] of schemaOf(kind.schema)) {
    if (kind.writeOnly?.includes(name)) continue
    const value = name === '_info' ? infoOf(view, kind, row) : showValue(view, field, stored[name], name)
    if (value !== undefined && value !== null) shown[name] = value
    else if (view.world.switches.unsetFields === 'null' && mayBeNull(field)) shown[name] = null
  }
  return shown
}

/** Spells a reference out: the short form of the record with that id. */
export function showReference(view: View, schema: string, id: number, name: string): JsonObject {
  const tableName = tableOf(schema)
  const row = rowOf(view.world, tableName, id)
  const kind = kindOf(tableName, row)
  const source: JsonObject = { ...row?.fields, ...(row ? kind.short?.(row, view.world) : {}), id }
  const shown: JsonObject = {}
  for (const [field, { type }] of schemaOf(schema)) {
    const value = source[field]
    if (type !== 'info' && value !== undefined && value !== null) shown[field] = value
  }
  shown._info = row && kind.path ? { [`${name}_href`]: `${view.base}${kind.path(row)}` } : {}
  return shown
}

function showValue(view: View, field: Field, value: Json | undefined, name: string): Json | undefined {
  if (value === undefined || value === null) return field.type === 'list' ? [] : value
  if (field.type === 'list') {
    const item = field.item
    return Array.isArray(value) && item ? value.map((part) => showValue(view, item, part, name) ?? null) : []
  }
  if (field.type !== 'object' || !isJsonObject(value)) return value
  const id = refId(value)
  if (field.schema?.endsWith('Reference'))
    return id === undefined ? undefined : showReference(view, field.schema, id, name)
  const shown: JsonObject = {}
  for (const [part, inner] of schemaOf(field.schema ?? '')) {
    const kept = showValue(view, inner, value[part], part)
    if (kept !== undefined && kept !== null) shown[part] = kept
  }
  return shown
}

function infoOf(view: View, kind: Kind, row: Row): JsonObject {
  const { dateEntered, enteredBy, lastUpdated, updatedBy } = row.stamp
  const links = Object.entries(kind.links?.(row) ?? {}).map(([name, path]) => [name, `${view.base}${path}`])
  return {
    lastUpdated,
    updatedBy,
    ...(kind.entered ? { dateEntered, enteredBy } : {}),
    ...Object.fromEntries(links),
  }
}
