import { type Clock, cwTime } from './clock.ts'
import { guid, type Random, seededRandom } from './random.ts'
import type { JsonObject, Row } from './row.ts'
import { defaultSwitches, type Switches } from './switches.ts'

/** API keys of one integration and the API member they act as. */
export interface Credentials {
  company: string
  publicKey: string
  privateKey: string
  /** Identifier of the API member. */
  member: string
  /** A legacy integrator login: the only caller that may make tokens for members. */
  integrator?: true
  /** Milliseconds since 1970 from which the keys work no more; for tokens. */
  expires?: number
}

/** A member hash as ConnectWise hands it to a hosted pod. */
export interface MemberHash {
  member: string
  hash: string
  context: string
  /** Milliseconds since 1970. */
  issued: number
}

/** One committed change, in the order of commits: what tests count to prove exactly-once. */
export interface Write {
  sequence: number
  at: string
  verb: 'create' | 'replace' | 'patch' | 'remove'
  entity: string
  id: number
  by: string
  path: string
}

/** One answered request. `status` 0 means that the client got no answer. */
export interface Seen {
  at: string
  method: string
  path: string
  status: number
  fault?: string
}

/** One line of the audit trail. */
export interface Trail {
  type: string
  id: number
  text: string
  enteredDate: string
  enteredBy: string
  auditSubType: string
}

/** A mail that ConnectWise would have sent. None is sent; tests read who would have been reached. */
export interface Mail {
  at: string
  ticket: number
  to: 'contact' | 'resources' | 'cc'
  /** What set it off. */
  cause: 'note' | 'time entry'
  id: number
}

/** Everything the sandbox holds, in memory. */
export interface World {
  clock: Clock
  random: Random
  company: string
  credentials: Credentials[]
  switches: Switches
  tables: Map<string, Map<number, Row>>
  nextIds: Map<string, number>
  hashes: MemberHash[]
  writes: Write[]
  seen: Seen[]
  trail: Trail[]
  mails: Mail[]
  /** Milliseconds by which control calls have moved time on. */
  shift: number
}

/** Makes an empty world. */
export function emptyWorld(options: {
  clock: Clock
  seed: number
  company: string
  credentials: Credentials[]
  switches?: Partial<Switches>
}): World {
  return {
    clock: options.clock,
    random: seededRandom(options.seed),
    company: options.company,
    credentials: [...options.credentials],
    switches: { ...defaultSwitches, ...options.switches },
    tables: new Map(),
    nextIds: new Map(),
    hashes: [],
    writes: [],
    seen: [],
    trail: [],
    mails: [],
    shift: 0,
  }
}

/** The present time in milliseconds. */
export function nowOf(world: World): number {
  return world.clock.now() + world.shift
}

/** The present time in ConnectWise's format. */
export function timeOf(world: World): string {
  return cwTime(nowOf(world))
}

/** The rows of a table, made if it does not exist yet. */
export function table(world: World, name: string): Map<number, Row> {
  const found = world.tables.get(name)
  if (found) return found
  const made = new Map<number, Row>()
  world.tables.set(name, made)
  return made
}

/** All rows of a table that pass, in order of id. */
export function rowsOf(world: World, name: string, pass: (row: Row) => boolean = () => true): Row[] {
  return [...table(world, name).values()].filter(pass).sort((a, b) => a.id - b.id)
}

/** The row of that id, if any. */
export function rowOf(world: World, name: string, id: number | undefined): Row | undefined {
  return id === undefined ? undefined : table(world, name).get(id)
}

/** Takes the next id of a table. Ids are never used twice. */
export function takeId(world: World, name: string): number {
  const highest = Math.max(0, ...table(world, name).keys())
  const id = Math.max(world.nextIds.get(name) ?? 1, highest + 1)
  world.nextIds.set(name, id + 1)
  return id
}

/** Puts a row into a table as it stands, entered and updated now by `by`; for seeds and side effects. */
export function put(
  world: World,
  name: string,
  fields: JsonObject,
  by: string,
  at: { id?: number; time?: string } = {},
): Row {
  const id = at.id ?? takeId(world, name)
  const time = at.time ?? timeOf(world)
  const row: Row = {
    id,
    fields,
    stamp: { lastUpdated: time, updatedBy: by, dateEntered: time, enteredBy: by },
  }
  table(world, name).set(id, row)
  return row
}

/** A fresh GUID of this world. */
export function newGuid(world: World): string {
  return guid(world.random)
}
