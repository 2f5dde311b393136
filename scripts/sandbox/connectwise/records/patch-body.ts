import type { Kind } from '../kinds/kind.ts'
import { schemaOf } from '../schemas/registry.ts'
import { Refusal } from '../world/refusal.ts'
import { isJsonObject, type Json, type JsonObject } from '../world/row.ts'

/**
 * Turns PATCH operations into the body they stand for. `path` is bare and case-sensitive, a leading slash is
 * tolerated. `reference/id` replaces the reference; any other part of a reference answers 200 and changes
 * nothing, as ConnectWise does. Throws 400 for anything else.
 */
export function patchBody(kind: Kind, operations: unknown): JsonObject {
  if (!Array.isArray(operations)) throw invalid('The request body must be an array of patch operations.')
  const body: JsonObject = {}
  for (const operation of operations) {
    if (!isJsonObject(operation) || typeof operation.path !== 'string' || typeof operation.op !== 'string')
      throw invalid('A patch operation needs op and path.')
    if (!['add', 'replace', 'remove'].includes(operation.op))
      throw invalid(`The patch operation ${operation.op} is not supported.`)
    if (operation.op !== 'remove' && operation.value === undefined)
      throw invalid(`The patch operation on ${operation.path} has no value.`)
    apply(kind, body, operation.path, operation.op === 'remove' ? null : (operation.value ?? null))
  }
  return body
}

function apply(kind: Kind, body: JsonObject, path: string, value: Json): void {
  const [name = '', part, ...deeper] = path.replace(/^\//, '').split('/')
  const field = schemaOf(kind.schema).get(name)
  if (!field) throw invalid(`The path ${path} does not exist.`)
  if (part === undefined) {
    body[name] = value
    return
  }
  if (field.type !== 'object' || !schemaOf(field.schema ?? '').has(part) || deeper.length > 0)
    throw invalid(`The path ${path} cannot be changed; send ${name} as a whole.`)
  if (part === 'id') body[name] = value === null ? null : { id: value }
}

function invalid(message: string): Refusal {
  return new Refusal(400, 'InvalidObject', message)
}
