import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createClient } from './client.ts'
import { readEvery } from './paging.ts'
import { type Asked, serveScript, type Told } from './scripted-server.ts'

const open: { close: () => void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

const row = z.object({ id: z.number() })
const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ id: from + at }))
const next = { link: '<https://cw.example/x?page=2>; rel="next", <https://cw.example/x?page=9>; rel="last"' }

async function read(answer: (asked: Asked) => Told, options = {}) {
  const server = await serveScript(answer)
  open.push(server)
  const client = createClient(server.connection, server.deps)
  return { found: await readEvery(client, row, '/list', options), calls: server.calls() }
}

const paged = (all: { id: number }[], cap: number, linked: boolean) => (asked: Asked) => {
  const page = Number(asked.url.searchParams.get('page'))
  const body = all.slice((page - 1) * cap, page * cap)
  return { body, headers: linked && page * cap < all.length ? next : {} }
}

describe('readEvery', () => {
  it.each([0, 1, 999, 1000, 1001, 2500])('reads all of %i rows by page number', async (count) => {
    const all = rows(1, count)
    expect((await read(paged(all, 1000, true))).found).toEqual(all)
    expect((await read(paged(all, 1000, false))).found).toEqual(all)
  })

  it('follows the link where pages come smaller than asked for', async () => {
    const all = rows(1, 30)
    const { found, calls } = await read(paged(all, 7, true))
    expect(found).toEqual(all)
    expect(calls).toHaveLength(5)
  })

  it('reads forward by id until an empty page, since there is always a next', async () => {
    const all = rows(5, 20)
    const { found, calls } = await read(
      (asked) => {
        const after = Number(asked.url.searchParams.get('pageId'))
        return { body: all.filter(({ id }) => id > after).slice(0, 8), headers: next }
      },
      { forwardOnly: true },
    )
    expect(found).toEqual(all)
    expect(calls).toHaveLength(4)
    expect(calls[0]?.headers['pagination-type']).toBe('forward-only')
    expect(calls[0]?.url.searchParams.has('page')).toBe(false)
  })

  it('throws rather than return a part', async () => {
    const failing = (at: number, told: Told) => (asked: Asked) =>
      Number(asked.url.searchParams.get('page')) === at ? told : { body: rows(1, 1000) }
    for (const told of [
      { status: 500, body: '<html></html>' },
      { body: '<html></html>' },
      { body: { not: 'a list' } },
      { body: [{ name: 'no id' }] },
      { reset: true },
      { status: 403, body: { code: 'Security', message: 'no' } },
    ]) {
      await expect(read(failing(2, told))).rejects.toMatchObject({ name: 'PsaError' })
    }
  })

  it('reads by number where a list does not know how to read forward', async () => {
    const all = rows(1, 2300)
    const answer = (asked: Asked) => {
      const page = Number(asked.url.searchParams.get('page') ?? '1')
      return { body: all.slice((page - 1) * 1000, page * 1000), headers: page < 3 ? next : {} }
    }
    expect((await read(answer, { forwardOnly: true })).found).toEqual(all)
  })

  it('throws for a list that goes in circles', async () => {
    const same = () => ({ body: rows(1, 3), headers: next })
    await expect(read(same, { forwardOnly: true })).rejects.toMatchObject({ reason: 'unavailable' })
    await expect(read(same)).rejects.toMatchObject({ reason: 'unavailable' })
  })
})
