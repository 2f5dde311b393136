import { z } from 'zod'
import { PsaError } from '../../ports/psa.ts'
import { type Client, parsedAs, type Query } from './client.ts'

/** ConnectWise's own ceiling; more is cut silently. */
const pageSize = 1000
/** A list longer than this is a mistake of ours or theirs. */
const mostPages = 200

export interface ListOptions {
  query?: Query
  /** By id instead of by page number, so that a record deleted meanwhile shifts nothing. Needs ids of one range. */
  forwardOnly?: boolean
}

/**
 * Every row of a list. Complete, or it throws `PsaError`: a page that fails, cannot be read or never ends fails the
 * whole.
 */
export async function readEvery<T extends z.ZodType<{ id: number }>>(
  client: Client,
  schema: T,
  path: string,
  options: ListOptions = {},
): Promise<z.output<T>[]> {
  const rows: z.output<T>[] = []
  const list = z.array(schema)
  const headers: Record<string, string> = options.forwardOnly ? { 'pagination-type': 'forward-only' } : {}
  for (let page = 1; page <= mostPages; page += 1) {
    const last = rows.at(-1)?.id
    const place: Query = options.forwardOnly ? (last === undefined ? {} : { pageId: last }) : { page }
    const answer = await client.read(path, { query: { ...options.query, pageSize, ...place }, headers })
    const found = parsedAs(list, answer)
    // A list that does not know this way of paging gives its first page again: read it by number instead.
    if (options.forwardOnly && last !== undefined && found.some((row) => row.id <= last))
      return await readEvery(client, schema, path, { ...options, forwardOnly: false })
    rows.push(...found)
    const more = /rel="?next"?/i.test(answer.headers.link ?? '')
    if (found.length === 0 || (!more && found.length < pageSize)) return rows
  }
  throw new PsaError('unavailable', 'ConnectWise gave a list without an end.')
}
