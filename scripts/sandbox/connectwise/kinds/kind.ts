import type { FieldError } from '../world/refusal.ts'
import type { JsonObject, Row } from '../world/row.ts'
import type { World } from '../world/world.ts'

/** Who calls: an API member by keys, a person by member hash, or a legacy integrator login. */
export interface Caller {
  by: 'keys' | 'hash' | 'integrator'
  /** Identifier of the member who acts. */
  member: string
}

/** A change under way: what `prepare` and `saved` may look at. */
export interface Change {
  world: World
  caller: Caller
  verb: 'create' | 'replace' | 'patch'
  /** The row as it was; absent on create. */
  before?: Row
  /** What the client sent, with references resolved to `{ id }`. */
  given: JsonObject
}

/** What the sandbox knows about one kind of record. */
export interface Kind {
  /** Schema of its answers and bodies. */
  schema: string
  /** Table that holds the rows; service and project tickets share one. */
  table: string
  /** Name in messages: "Contact 57919 not found". */
  label: string
  /** Name in `errors[].resource`. */
  resource: string
  /** Path below `apis/3.0`, for hrefs and `Location`; absent where no endpoint exists. */
  path?: (row: Row) => string
  /** Fields that only the server sets; in a body they are ignored. */
  serverOwned?: readonly string[]
  /** Fields that are taken but never shown. */
  writeOnly?: readonly string[]
  /** Values worked out when the record is shown; they win over stored ones. */
  derive?: (row: Row, world: World) => JsonObject
  /** Values that a reference shows beyond those of the same name. */
  short?: (row: Row, world: World) => JsonObject
  /** Whether `_info` tells who entered the record, not only who updated it. */
  entered?: boolean
  /** More `_info` entries: name to path below `apis/3.0`. */
  links?: (row: Row) => Record<string, string>
  /** Which rows of the same name are meant when a reference gives no id, such as statuses of one board. */
  belongs?: (row: Row, draft: Row) => boolean
  /** Fills defaults into the draft and names what is wrong with it. */
  prepare?: (draft: Row, change: Change) => FieldError[]
  /** Runs after the row is stored. */
  saved?: (row: Row, change: Change) => void
  /** Fields that only conditions may use: a schema that has them, and their values, one set a variant. */
  search?: { schema: string; values: (row: Row, world: World) => JsonObject[] }
  /** Runs before a row is removed; throws where that is refused. */
  removing?: (row: Row, world: World, caller: Caller) => void
}

/** The names of members and contacts as people read them. */
export function fullName(row: Row | undefined): string {
  return [row?.fields.firstName, row?.fields.lastName].filter((part) => typeof part === 'string').join(' ')
}
