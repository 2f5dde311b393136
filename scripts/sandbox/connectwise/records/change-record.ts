import type { Caller, Change, Kind } from '../kinds/kind.ts'
import { schemaOf } from '../schemas/registry.ts'
import { type FieldError, invalidObject, Refusal } from '../world/refusal.ts'
import { isJsonObject, type JsonObject, type Row } from '../world/row.ts'
import { newGuid, table, takeId, timeOf, type World, type Write } from '../world/world.ts'
import { takeBody } from './take-body.ts'
import { userOf } from './user-of.ts'

/** What a change needs to know beside the body. */
export interface Order {
  world: World
  caller: Caller
  kind: Kind
  verb: 'create' | 'replace' | 'patch'
  body: JsonObject
  /** The row that is changed; absent on create. */
  before?: Row
  /** Fields that the path sets, such as `ticketId`. */
  fixed: JsonObject
  /** Path of the request, for the log of writes. */
  path: string
}

/**
 * Creates, replaces or patches a record. The whole resulting record is checked, so an error may name a field
 * that was not sent. Throws ConnectWise's 400; on return the change is committed.
 */
export function changeRecord(order: Order): Row {
  const { world, kind, caller } = order
  const { draft, change, errors } = draftRecord(order)
  if (errors.length > 0) throw invalidObject(kind.resource, errors)
  const rows = table(world, kind.table)
  if (order.verb === 'create') draft.id = takeId(world, kind.table)
  for (const name of kind.writeOnly ?? []) if (!name.startsWith('initial')) delete draft.fields[name]
  rows.set(draft.id, draft)
  logWrite(world, {
    verb: order.verb,
    entity: kind.schema,
    id: draft.id,
    by: caller.member,
    path: order.path,
  })
  kind.saved?.(draft, change)
  return draft
}

/** Builds the record a change would lead to, and says what is wrong with it. Nothing is stored. */
export function draftRecord(order: Order): { draft: Row; change: Change; errors: FieldError[] } {
  const { world, kind, caller, verb, before } = order
  const time = timeOf(world)
  const draft: Row = {
    id: before?.id ?? 0,
    fields: { ...startFields(order), ...order.fixed },
    stamp: before
      ? { ...before.stamp, lastUpdated: time, updatedBy: caller.member }
      : { lastUpdated: time, updatedBy: caller.member, dateEntered: time, enteredBy: caller.member },
  }
  const { given, errors } = takeBody(world, kind, order.body, draft)
  draft.fields = { ...draft.fields, ...given, ...order.fixed }
  if (verb === 'create' && schemaOf(kind.schema).has('mobileGuid')) draft.fields.mobileGuid ??= newGuid(world)
  const change: Change = { world, caller, verb, given, ...(before ? { before } : {}) }
  const prepared = kind.prepare?.(draft, change) ?? []
  const named = new Set(errors.map((error) => error.field.split('/')[0]))
  const missing = missingFields(kind, draft).filter((error) => !named.has(error.field))
  return { draft, change, errors: unique([...errors, ...missing, ...prepared]) }
}

/** Takes a record away. Throws where another record refers to it, and where the kind refuses it. */
export function removeRecord(world: World, caller: Caller, kind: Kind, row: Row, path: string): void {
  const user = userOf(world, kind.table, row.id)
  if (user)
    throw new Refusal(
      400,
      'InvalidObject',
      `${kind.label} ${row.id} is used by ${user} and cannot be deleted.`,
    )
  kind.removing?.(row, world, caller)
  table(world, kind.table).delete(row.id)
  logWrite(world, { verb: 'remove', entity: kind.schema, id: row.id, by: caller.member, path })
}

/** Notes a committed change in the log that tests count. */
export function logWrite(world: World, write: Omit<Write, 'sequence' | 'at'>): void {
  world.writes.push({ sequence: world.writes.length + 1, at: timeOf(world), ...write })
}

/** A replacement keeps only what the server owns; everything it leaves out becomes null. */
function startFields({ kind, verb, before }: Order): JsonObject {
  if (!before || verb === 'create') return {}
  if (verb === 'patch') return { ...before.fields }
  const kept = new Set([...(kind.serverOwned ?? []), 'mobileGuid'])
  return Object.fromEntries(Object.entries(before.fields).filter(([name]) => kept.has(name)))
}

/** One error for each field that a new record must carry and this one does not. */
export function missingFields(kind: Kind, draft: Row): FieldError[] {
  return [...schemaOf(kind.schema)].flatMap(([name, field]) => {
    const value = draft.fields[name]
    const empty =
      value === undefined ||
      value === null ||
      (typeof value === 'string' && value.trim() === '') ||
      (isJsonObject(value) && Object.keys(value).length === 0)
    return field.required && empty
      ? [
          {
            code: 'MissingRequiredField',
            message: `The ${name} field is required.`,
            resource: kind.resource,
            field: name,
          },
        ]
      : []
  })
}

function unique(errors: FieldError[]): FieldError[] {
  const seen = new Set<string>()
  return errors.filter((error) => {
    const key = `${error.field}|${error.message}`
    return seen.has(key) ? false : seen.add(key)
  })
}
