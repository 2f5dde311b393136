import type { Field } from '../schemas/field.ts'
import { type Schema, schemaOf } from '../schemas/registry.ts'
import { badCondition } from '../world/refusal.ts'
import type { Condition, Literal, Operator } from './parse-condition.ts'

/** Names that live in `_info` but may be asked for at the top. */
const stampNames = new Set(['lastUpdated', 'updatedBy', 'dateEntered', 'enteredBy'])
const stampField: Field = { type: 'string', nullable: true, required: false }

/** Which paths a condition may use: fields and references, or the parts of list fields. */
export type Reach = 'fields' | 'lists'

/** Throws ConnectWise's 400 for a name that the schema lacks or a value that cannot fit it. */
export function checkCondition(condition: Condition, schemaName: string, reach: Reach): void {
  if (condition.kind !== 'test') {
    for (const part of condition.parts) checkCondition(part, schemaName, reach)
    return
  }
  const field = fieldAt(schemaOf(schemaName), condition.path, reach)
  for (const value of condition.values) checkValue(field, value, condition.operator, condition.path.join('/'))
}

/** The field that a slash path such as `board/name` leads to. Throws "… is not a recognized name." */
export function fieldAt(schema: Schema, path: string[], reach: Reach, whole = path.join('/')): Field {
  const [first = '', ...rest] = path
  const unknown = () => badCondition(`${whole} is not a recognized name.`)
  if (reach === 'fields' && rest.length === 0 && stampNames.has(first) && !schema.has(first))
    return stampField
  if (reach === 'fields' && first === '_info' && rest.length === 1 && stampNames.has(rest[0] ?? ''))
    return stampField
  const field = schema.get(first)
  if (!field || field.type === 'info') throw unknown()
  const inner = field.type === 'list' ? field.item : field
  if ((reach === 'lists') !== (field.type === 'list') || !inner) throw unknown()
  if (inner.type !== 'object') {
    if (rest.length > 0) throw unknown()
    return inner
  }
  if (rest.length === 0) throw unknown()
  return fieldAt(schemaOf(inner.schema ?? ''), rest, 'fields', whole)
}

function checkValue(field: Field, value: Literal, operator: Operator, name: string): void {
  if (value.kind === 'null') return
  if (operator === 'like' || operator === 'contains') {
    if (value.kind !== 'string') throw badCondition(`${operator} on ${name} needs a quoted text.`)
    return
  }
  if (field.type === 'enum') {
    const given = value.kind === 'string' ? value.value.toLowerCase() : ''
    if (!field.values?.some((member) => member.toLowerCase() === given))
      throw badCondition('Enum value supplied was invalid')
    return
  }
  if (!kindsFor(field).includes(value.kind))
    throw badCondition(`The value given for ${name} has the wrong type.`)
}

function kindsFor(field: Field): Literal['kind'][] {
  switch (field.type) {
    case 'integer':
    case 'number':
      return ['number']
    case 'boolean':
      return ['boolean']
    case 'datetime':
      return ['date']
    case 'any':
      return ['string', 'number', 'boolean', 'date']
    default:
      return ['string', 'date']
  }
}
