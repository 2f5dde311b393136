import type { Field } from './field.ts'
import { schemaOf } from './registry.ts'

/** ConnectWise's time format: UTC, whole seconds. */
export const dateTimePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/**
 * Compares a value with a schema and names every departure, such as `board.name: not a string`. Missing
 * fields are fine, unknown ones are not. Used on answers: an empty list means the value has the right shape.
 */
export function checkShape(schemaName: string, value: unknown, at = schemaName): string[] {
  if (!isObject(value)) return [`${at}: not an object`]
  const schema = schemaOf(schemaName)
  return Object.entries(value).flatMap(([name, part]) => {
    const field = schema.get(name)
    return field ? checkValue(field, part, `${at}.${name}`) : [`${at}.${name}: not in the schema`]
  })
}

/** Whether an answer may hold null: where the schema says so, and for references, texts, times and lists. */
export function mayBeNull(field: Field): boolean {
  return field.nullable || ['object', 'string', 'datetime', 'list'].includes(field.type)
}

function checkValue(field: Field, value: unknown, at: string): string[] {
  if (value === null) return mayBeNull(field) ? [] : [`${at}: null`]
  if (field.type === 'list')
    return Array.isArray(value)
      ? value.flatMap((part, i) => (field.item ? checkValue(field.item, part, `${at}[${i}]`) : []))
      : [`${at}: not a list`]
  if (field.type === 'object') return checkShape(field.schema ?? '', value, at)
  const wrong = wrongScalar(field, value)
  return wrong ? [`${at}: ${wrong}`] : []
}

/** Says what is wrong with a scalar, or nothing. Lengths are not looked at. */
export function wrongScalar(field: Field, value: unknown): string | undefined {
  switch (field.type) {
    case 'integer':
      return Number.isInteger(value) ? undefined : 'not an integer'
    case 'number':
      return typeof value === 'number' ? undefined : 'not a number'
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'not a boolean'
    case 'string':
      return typeof value === 'string' ? undefined : 'not a string'
    case 'datetime':
      return typeof value === 'string' && dateTimePattern.test(value) ? undefined : 'not a UTC date-time'
    case 'enum':
      return typeof value === 'string' && field.values?.includes(value) ? undefined : 'not one of the enum'
    case 'info':
      return isObject(value) ? undefined : 'not an object'
    default:
      return undefined
  }
}

/** Whether a value is a plain JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
