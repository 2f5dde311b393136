import { isJsonObject, type Json, type JsonObject } from '../world/row.ts'
import type { Condition, Literal, Operator, Test } from './parse-condition.ts'

/** Whether a shown record meets a condition on its fields and references. Text compares ignoring case. */
export function meetsCondition(condition: Condition, record: JsonObject): boolean {
  if (condition.kind !== 'test') {
    const meets = (part: Condition) => meetsCondition(part, record)
    return condition.kind === 'and' ? condition.parts.every(meets) : condition.parts.some(meets)
  }
  return meetsTest(condition, valueAt(record, condition.path))
}

/**
 * Whether some entry of a list field meets a condition such as `communicationItems/value like "%x%"`. Tests
 * on the same list must hold for one and the same entry.
 */
export function meetsChildCondition(condition: Condition, record: JsonObject): boolean {
  const lists = new Set(listsIn(condition))
  return [...lists].every((name) => {
    const entries = record[name]
    return (
      Array.isArray(entries) &&
      entries.some((entry) => meetsCondition(condition, { ...record, [name]: entry }))
    )
  })
}

/** The value that a slash path leads to, or nothing. Stamps are looked for in `_info` too. */
export function valueAt(record: JsonObject, path: string[]): Json | undefined {
  let value: Json | undefined = record
  for (const name of path) value = isJsonObject(value) ? value[name] : undefined
  if (value === undefined && path.length === 1 && isJsonObject(record._info))
    return record._info[path[0] ?? '']
  return value
}

function listsIn(condition: Condition): string[] {
  return condition.kind === 'test' ? condition.path.slice(0, 1) : condition.parts.flatMap(listsIn)
}

function meetsTest(test: Test, value: Json | undefined): boolean {
  const [first] = test.values
  if (test.values.length === 1 && first?.kind === 'null' && (test.operator === '=' || test.operator === '!='))
    return (value === undefined || value === null) === (test.operator === '=')
  if (value === undefined || value === null) return false
  const holds = test.values.some((literal) => compares(test.operator, value, literal))
  return holds !== test.negated
}

function compares(operator: Operator, value: Json, literal: Literal): boolean {
  if (literal.kind === 'null') return false
  const text = String(value).toLowerCase()
  const wanted = String(literal.value).toLowerCase()
  switch (operator) {
    case 'contains':
      return wildcard(wanted.includes('*') ? `*${wanted}*` : `%${wanted.replaceAll('%', '\\%')}%`).test(text)
    case 'like':
      return wildcard(wanted).test(text)
    case '=':
    case 'in':
      return equal(value, literal)
    case '!=':
      return !equal(value, literal)
    default:
      return ordered(operator, value, literal)
  }
}

function equal(value: Json, literal: Exclude<Literal, { kind: 'null' }>): boolean {
  if (literal.kind !== 'string' || typeof value !== 'string') return value === literal.value
  const wanted = literal.value.toLowerCase()
  return wanted.includes('*')
    ? wildcard(wanted.replaceAll('%', '\\%')).test(value.toLowerCase())
    : value.toLowerCase() === wanted
}

function ordered(operator: Operator, value: Json, literal: Exclude<Literal, { kind: 'null' }>): boolean {
  const side =
    typeof value === 'number' && typeof literal.value === 'number'
      ? Math.sign(value - literal.value)
      : compareText(String(value).toLowerCase(), String(literal.value).toLowerCase())
  if (side === 0) return operator === '<=' || operator === '>='
  return side < 0 ? operator.startsWith('<') : operator.startsWith('>')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function wildcard(text: string): RegExp {
  const source = text.replace(/\\%|[%*]|[.+?^${}()|[\]\\]/g, (mark) =>
    mark === '%' || mark === '*' ? '[\\s\\S]*' : mark === '\\%' ? '%' : `\\${mark}`,
  )
  return new RegExp(`^${source}$`)
}
