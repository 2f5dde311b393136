import type { Hono } from 'hono'
import { pickFields } from '../conditions/pick-fields.ts'
import { answer, type Exchange, jsonBody, objectBody } from '../http/exchange.ts'
import { type Filter, filterOfQuery, filterRecords } from '../http/filter.ts'
import { cutPage } from '../http/page.ts'
import type { Kind } from '../kinds/kind.ts'
import { changeRecord, removeRecord } from '../records/change-record.ts'
import { patchBody } from '../records/patch-body.ts'
import { showRecord } from '../records/show-record.ts'
import { notFound, unknownEndpoint } from '../world/refusal.ts'
import type { JsonObject, Row } from '../world/row.ts'
import { rowOf, rowsOf, type World } from '../world/world.ts'

/** Hono's variables past the guard. */
export interface ApiEnv {
  Variables: { exchange: Exchange }
}
export type Api = Hono<ApiEnv>

export type Verb = 'list' | 'count' | 'get' | 'create' | 'replace' | 'patch' | 'remove'

export const everyVerb: Verb[] = ['list', 'count', 'get', 'create', 'replace', 'patch', 'remove']
export const readVerbs: Verb[] = ['list', 'count', 'get']

/** Which rows of the table a path shows, and what it sets on new ones. */
export interface Scope {
  holds: (row: Row) => boolean
  fixed: JsonObject
}

/** A collection of records under one path, such as `/service/tickets/:parent/notes`. */
export interface Collection {
  path: string
  kind: Kind
  verbs: Verb[]
  /** Which rows belong here; `parent` is the id in the path, NaN without one. Throws 404 for a wrong parent. */
  scope?: (world: World, parent: number) => Scope
  /** For reading: finds a row by the last segment of the path where that is not a number. */
  find?: (world: World, segment: string) => Row | undefined
}

/** Adds the routes of a collection. */
export function addCollection(api: Api, collection: Collection): void {
  const { path, kind, verbs } = collection
  const has = (verb: Verb) => verbs.includes(verb)
  if (has('count'))
    api.get(`${path}/count`, (c) => {
      const { exchange, scope } = enter(collection, c)
      const { orderBy: _, ...filter } = filterOfQuery(exchange.url.searchParams)
      const count = matching(exchange, kind, scope, filter).length
      return answer(exchange.world, exchange.request, 200, { count })
    })
  if (has('list'))
    api.get(path, (c) => {
      const { exchange, scope } = enter(collection, c)
      return answerList(exchange, matching(exchange, kind, scope, filterOfQuery(exchange.url.searchParams)))
    })
  if (has('create')) api.post(path, async (c) => create(collection, c))
  if (has('get'))
    api.get(`${path}/:id`, (c) => {
      const { exchange, row } = enterRow(collection, c)
      return answerRecord(exchange, kind, row, 200)
    })
  if (has('replace')) api.put(`${path}/:id`, async (c) => change(collection, c, 'replace'))
  if (has('patch')) api.patch(`${path}/:id`, async (c) => change(collection, c, 'patch'))
  if (has('remove'))
    api.delete(`${path}/:id`, (c) => {
      const { exchange, row } = enterRow(collection, c)
      removeRecord(exchange.world, exchange.caller, kind, row, exchange.path)
      return answer(exchange.world, exchange.request, 204, undefined)
    })
}

/** The part of Hono's context that the routes use. */
interface Context {
  get(name: 'exchange'): Exchange
  req: { param(name: string): string | undefined }
}

function enter(collection: Collection, c: Context): { exchange: Exchange; scope: Scope } {
  const exchange = c.get('exchange')
  const segment = c.req.param('parent')
  if (segment !== undefined && !/^\d+$/.test(segment)) throw unknownEndpoint()
  const parent = Number(segment)
  const scope = collection.scope?.(exchange.world, parent) ?? { holds: () => true, fixed: {} }
  return { exchange, scope }
}

function enterRow(collection: Collection, c: Context): { exchange: Exchange; scope: Scope; row: Row } {
  const { exchange, scope } = enter(collection, c)
  const segment = c.req.param('id') ?? ''
  const isNumber = /^\d+$/.test(segment)
  const find = exchange.request.method === 'GET' ? collection.find : undefined
  if (!isNumber && !find) throw unknownEndpoint()
  const row = isNumber
    ? rowOf(exchange.world, collection.kind.table, Number(segment))
    : find?.(exchange.world, decodeURIComponent(segment))
  if (!row || !scope.holds(row)) throw notFound(collection.kind.label, segment)
  return { exchange, scope, row }
}

/** The shown records of a kind that pass scope and filter, in order. */
export function matching(exchange: Exchange, kind: Kind, scope: Scope, filter: Filter): JsonObject[] {
  const { world } = exchange
  const shown = rowsOf(world, kind.table, scope.holds).map((row) => showRecord(exchange, kind, row))
  const { search } = kind
  if (!search) return filterRecords(shown, filter, kind.schema)
  const variants = (record: JsonObject) => {
    const row = rowOf(world, kind.table, Number(record.id))
    const values = row ? search.values(row, world) : []
    return values.length > 0 ? values.map((more) => ({ ...record, ...more })) : [record]
  }
  return filterRecords(shown, filter, kind.schema, { schema: search.schema, variants })
}

/** Answers a list: paged, with `Link`, and with `fields` obeyed. */
export function answerList(exchange: Exchange, records: JsonObject[]): Response {
  const { records: page, link } = cutPage(exchange, records)
  const fields = exchange.url.searchParams.get('fields')
  const body = fields ? page.map((record) => pickFields(record, fields)) : page
  return answer(exchange.world, exchange.request, 200, body, link === '' ? {} : { Link: link })
}

/** Answers one record, with `fields` obeyed and, for a new one, its `Location`. */
export function answerRecord(exchange: Exchange, kind: Kind, row: Row, status: 200 | 201): Response {
  const fields = exchange.url.searchParams.get('fields')
  const record = showRecord(exchange, kind, row)
  const location = `${exchange.base}${kind.path?.(row) ?? ''}`.replace(/^https:/, 'http:')
  const body = fields ? pickFields(record, fields) : record
  return answer(exchange.world, exchange.request, status, body, status === 201 ? { Location: location } : {})
}

async function create(collection: Collection, c: Context): Promise<Response> {
  const { exchange, scope } = enter(collection, c)
  const { kind } = collection
  const body = await objectBody(exchange.request)
  const { world, caller, path } = exchange
  const row = changeRecord({ world, caller, kind, verb: 'create', body, fixed: scope.fixed, path })
  return answerRecord(exchange, kind, row, 201)
}

async function change(collection: Collection, c: Context, verb: 'replace' | 'patch'): Promise<Response> {
  const { exchange, scope, row: before } = enterRow(collection, c)
  const { kind } = collection
  const body =
    verb === 'patch' ? patchBody(kind, await jsonBody(exchange.request)) : await objectBody(exchange.request)
  const { world, caller, path } = exchange
  const row = changeRecord({ world, caller, kind, verb, body, before, fixed: scope.fixed, path })
  return answerRecord(exchange, kind, row, 200)
}
