import { isJsonObject, type Json, type JsonObject } from '../world/row.ts'

/** Keeps only the fields named in a `fields` text such as `id,summary,status/id`; `_info` is dropped. */
export function pickFields(record: JsonObject, fields: string): JsonObject {
  const picked: JsonObject = {}
  for (const name of fields.split(',')) keep(record, picked, name.trim().split('/'))
  return picked
}

function keep(from: JsonObject, into: JsonObject, [first = '', ...rest]: string[]): void {
  const value = from[first]
  if (value === undefined) return
  if (rest.length === 0 || !isJsonObject(value)) {
    into[first] = withoutInfo(value)
    return
  }
  const before = into[first]
  const inner: JsonObject = isJsonObject(before) ? before : {}
  into[first] = inner
  keep(value, inner, rest)
}

function withoutInfo(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutInfo)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (name === '_info' ? [] : [[name, withoutInfo(part)]])),
  )
}
