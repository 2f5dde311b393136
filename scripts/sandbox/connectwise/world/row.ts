/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [field: string]: Json }

/** A JSON object. */
export type JsonObject = { [field: string]: Json }

/** Who last changed a record and who entered it; shown in `_info`. Times in ConnectWise's format. */
export interface Stamp {
  lastUpdated: string
  updatedBy: string
  dateEntered: string
  enteredBy: string
}

/** A stored record. References are kept as `{ id }` and spelt out when they are shown. */
export interface Row {
  id: number
  fields: JsonObject
  stamp: Stamp
}

/** Whether a JSON value is an object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The id inside a stored reference, if there is one. */
export function refId(value: Json | undefined): number | undefined {
  return isJsonObject(value) && typeof value.id === 'number' ? value.id : undefined
}

/** A text field, or the empty string where it is unset. */
export function text(row: Row | undefined, field: string): string {
  const value = row?.fields[field]
  return typeof value === 'string' ? value : ''
}

/** A flag, false where it is unset. */
export function flag(row: Row | undefined, field: string): boolean {
  return row?.fields[field] === true
}

/** A number, or nothing where it is unset. */
export function num(row: Row | undefined, field: string): number | undefined {
  const value = row?.fields[field]
  return typeof value === 'number' ? value : undefined
}
