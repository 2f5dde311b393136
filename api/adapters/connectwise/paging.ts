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
 * Every row of a list. Complete, or it throws `PsaError`: a page that fails, cannot be read, comes twice or never
 * ends fails the whole.
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
    const place: Query = options.forwardOnly ? { pageId: rows.at(-1)?.id ?? 0 } : { page }
    const query: Query = { ...options.query, pageSize, ...place }
    const answer = await client.read(path, { query, headers })
    const found = parsedAs(list, answer)
    const before = rows.at(-1)?.id ?? 0
    if (options.forwardOnly && found.some((row) => row.id <= before))
      throw new PsaError('unavailable', 'ConnectWise gave the same page twice.')
    rows.push(...found)
    const more = /rel="?next"?/i.test(answer.headers.link ?? '')
    if (found.length === 0 || (!more && found.length < pageSize)) return rows
  }
  throw new PsaError('unavailable', 'ConnectWise gave a list without an end.')
}
