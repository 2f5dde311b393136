import type { Kind } from '../kinds/kind.ts'
import { isObject, wrongScalar } from '../schemas/check-shape.ts'
import type { Field } from '../schemas/field.ts'
import { schemaOf } from '../schemas/registry.ts'
import type { FieldError } from '../world/refusal.ts'
import type { Json, JsonObject, Row } from '../world/row.ts'
import type { World } from '../world/world.ts'
import { resolveReference } from './resolve-reference.ts'

/** What a body asks for, checked field by field. */
export interface Taken {
  /** Given fields with references as `{ id }`; null clears a field. */
  given: JsonObject
  errors: FieldError[]
}

/**
 * Checks a body against the schema: unknown names, types, lengths, enums, references. `draft` is the record
 * the body is for; names such as a status are looked up within its board. Server-owned fields are dropped.
 */
export function takeBody(world: World, kind: Kind, body: JsonObject, draft: Row): Taken {
  const taken: Taken = { given: {}, errors: [] }
  const schema = schemaOf(kind.schema)
  const reader = { world, resource: kind.resource, draft, errors: taken.errors }
  for (const [name, value] of boardFirst(body)) {
    if (name === 'id' || name === '_info' || kind.serverOwned?.includes(name)) continue
    const field = schema.get(name)
    if (field) {
      const read = readValue(reader, field, value, name)
      if (read !== undefined) taken.given[name] = read
      if (name === 'board' && read !== undefined) draft.fields.board = read
      if (name === 'company' && read !== undefined) draft.fields.company = read
    } else if (world.switches.unknownFields === 'refuse')
      taken.errors.push(fieldError(reader, name, 'InvalidField', `The field ${name} is not recognized.`))
  }
  return taken
}

interface Reader {
  world: World
  resource: string
  draft: Row
  errors: FieldError[]
}

/** Board and company first, since the names of other references are read within them. */
function boardFirst(body: JsonObject): [string, Json][] {
  const rank = (name: string) => (name === 'board' || name === 'company' ? 0 : 1)
  return Object.entries(body).sort(([a], [b]) => rank(a) - rank(b))
}

function readValue(reader: Reader, field: Field, value: Json, name: string): Json | undefined {
  const { world, resource, draft, errors } = reader
  if (value === null) return null
  if (field.type === 'object' && field.schema?.endsWith('Reference')) {
    const found = resolveReference(world, field.schema, value, { field: name, resource, draft })
    if (found === null || !('code' in found)) return found
    errors.push(found)
    return undefined
  }
  if (field.type === 'list') return readList(reader, field, value, name)
  if (field.type === 'object') return readObject(reader, field, value, name)
  const message = wrongScalar(field, value)
  if (message) {
    const said =
      field.type === 'enum' ? 'Enum value supplied was invalid' : `The field ${name} is ${message}.`
    errors.push(fieldError(reader, name, 'InvalidField', said))
    return undefined
  }
  if (typeof value === 'string' && field.maxLength !== undefined && value.length > field.maxLength) {
    const said = `The field ${name} must be a string with a maximum length of ${field.maxLength}.`
    errors.push(fieldError(reader, name, 'MaxLengthField', said))
    return undefined
  }
  return value
}

function readList(reader: Reader, field: Field, value: Json, name: string): Json | undefined {
  const item = field.item
  if (!Array.isArray(value) || !item) {
    reader.errors.push(fieldError(reader, name, 'InvalidField', `The field ${name} must be a list.`))
    return undefined
  }
  return value.flatMap((part, index) => {
    const read = readValue(reader, item, part, `${name}[${index}]`)
    return read === undefined ? [] : [read]
  })
}

function readObject(reader: Reader, field: Field, value: Json, name: string): Json | undefined {
  if (!isObject(value)) {
    reader.errors.push(fieldError(reader, name, 'InvalidField', `The field ${name} must be an object.`))
    return undefined
  }
  const schema = schemaOf(field.schema ?? '')
  const read: JsonObject = {}
  for (const [part, inner] of Object.entries(value)) {
    const known = schema.get(part)
    if (part === '_info') continue
    if (!known) {
      reader.errors.push(
        fieldError(reader, `${name}/${part}`, 'InvalidField', `The field ${part} is not recognized.`),
      )
      continue
    }
    const kept = readValue(reader, known, inner, `${name}/${part}`)
    if (kept !== undefined) read[part] = kept
  }
  return read
}

function fieldError(reader: Reader, field: string, code: string, message: string): FieldError {
  return { code, message, resource: reader.resource, field }
}
