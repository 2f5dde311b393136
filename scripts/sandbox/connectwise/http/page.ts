import { Refusal } from '../world/refusal.ts'
import type { JsonObject } from '../world/row.ts'
import type { Exchange } from './exchange.ts'

/** A slice of a list and the `Link` header that goes with it. */
export interface Page {
  records: JsonObject[]
  link: string
}

/**
 * Cuts a page out of a list: `page` from 1, `pageSize` 25 unless given and at most 1000. With the request
 * header `pagination-type: forward-only` it goes on after `pageId` instead and always links to a next page.
 */
export function cutPage(exchange: Exchange, records: JsonObject[]): Page {
  const query = exchange.url.searchParams
  const size = Math.min(1000, positive(query.get('pageSize'), 'pageSize', 25))
  if (exchange.request.headers.get('pagination-type')?.toLowerCase() === 'forward-only')
    return forwardPage(exchange, records, size)
  const page = positive(query.get('page'), 'page', 1)
  const last = Math.max(1, Math.ceil(records.length / size))
  const relations = [
    { name: 'first', page: 1, shown: page > 1 },
    { name: 'prev', page: page - 1, shown: page > 1 },
    { name: 'next', page: page + 1, shown: page < last },
    { name: 'last', page: last, shown: page < last },
  ]
  const links = relations
    .filter((relation) => relation.shown)
    .map((relation) => linkTo(exchange, { page: relation.page, pageSize: size }, relation.name))
  return { records: records.slice((page - 1) * size, page * size), link: links.join(', ') }
}

function forwardPage(exchange: Exchange, records: JsonObject[], size: number): Page {
  const query = exchange.url.searchParams
  if (query.has('orderBy'))
    throw new Refusal(400, 'InvalidObject', 'orderBy cannot be used with forward-only pagination.')
  const after = query.has('pageId') ? positive(query.get('pageId'), 'pageId', 0, 0) : 0
  const slice = records.filter((record) => typeof record.id === 'number' && record.id > after).slice(0, size)
  const lastId = slice.at(-1)?.id
  const pageId = typeof lastId === 'number' ? lastId : after
  return { records: slice, link: linkTo(exchange, { pageId, pageSize: size }, 'next') }
}

function linkTo(exchange: Exchange, changes: Record<string, number>, relation: string): string {
  const url = new URL(exchange.url)
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, String(value))
  return `<${url.href}>; rel="${relation}"`
}

function positive(text: string | null, name: string, otherwise: number, least = 1): number {
  if (text === null || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < least)
    throw new Refusal(400, 'InvalidObject', `${name} must be a whole number of at least ${least}.`)
  return value
}
