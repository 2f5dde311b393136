import { afterEach, describe, expect, it } from 'vitest'
import { ticketSchema } from './api-types.ts'
import { createClient } from './client.ts'
import { ticketRow } from './scripted-psa.ts'
import { serveScript, type Told } from './scripted-server.ts'

type Script = Awaited<ReturnType<typeof serveScript>>
const open: Script[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A server that answers each of these once, then a ticket. */
async function start(...first: Told[]) {
  const server = await serveScript(() => first.shift() ?? { body: ticketRow })
  open.push(server)
  return { server, client: createClient(server.connection, server.deps) }
}

const cut = JSON.stringify(ticketRow).slice(0, 40)
const json = { 'content-type': 'application/json' }
const tooMany = (seconds: number): Told => ({
  status: 429,
  body: { error: 'ConnectWiseAPI', message: 'Too many requests.' },
  headers: { 'retry-after': String(seconds) },
})

describe('a read that failed', () => {
  it.each<[string, Told]>([
    ['a reset connection', { reset: true }],
    ['500', { status: 500, body: { code: 'InternalError', message: 'An error has occurred.' } }],
    ['a page with 502', { status: 502, body: '<html>Bad gateway</html>' }],
    ['a page with 200', { body: '<html>We are sorry</html>' }],
    ['an answer cut off', { body: cut, headers: json }],
  ])('is asked again after %s, with a pause', async (_, told) => {
    const { server, client } = await start(told, told)
    expect(await client.readAs(ticketSchema, '/a')).toMatchObject({ id: ticketRow.id })
    expect(server.calls()).toHaveLength(3)
    // A kept connection that was cut is dialled anew once without a pause.
    expect(server.slept.length).toBeGreaterThan(0)
    expect(Math.min(...server.slept)).toBeGreaterThan(0)
  })

  it('is asked four times in all, then given up', async () => {
    const down: Told = { status: 503, body: '' }
    const { server, client } = await start(down, down, down, down, down)
    await expect(client.read('/a')).rejects.toMatchObject({ status: 503, reason: 'unavailable' })
    expect(server.calls()).toHaveLength(4)
  })

  it('waits longer each time, and never as long as another that failed with it', async () => {
    const down: Told = { status: 503, body: '' }
    const pauses = async (drawn: number) => {
      const { server } = await start(down, down, down)
      const slept: number[] = []
      const deps = { ...server.deps, random: () => drawn, sleep: async (ms: number) => void slept.push(ms) }
      await createClient(server.connection, deps).read('/a')
      return slept
    }
    const [low, high] = [await pauses(0), await pauses(0.999)]
    expect(low).toEqual([...low].sort((one, other) => one - other))
    expect(high.every((pause, at) => pause > (low[at] ?? 0))).toBe(true)
  })

  it('waits as long as ConnectWise asks for', async () => {
    const { server, client } = await start(tooMany(2), tooMany(1))
    expect((await client.read('/a')).status).toBe(200)
    expect(server.slept).toEqual([2000, 1000])
  })

  it('is not begun again once its time is up', async () => {
    const down: Told = { status: 503, body: '' }
    const { server } = await start(down, down)
    let now = 0
    const send: typeof server.deps.send = async (request) => {
      now += 19_999
      return server.deps.send(request)
    }
    const client = createClient(server.connection, { ...server.deps, now: () => now, send })
    await expect(client.read('/a')).rejects.toMatchObject({ reason: 'unavailable' })
    expect(server.calls()).toHaveLength(1)
  })

  it('may each time take only what is left of its time', async () => {
    const down: Told = { status: 503, body: '' }
    const { server } = await start(down)
    const limits: number[] = []
    let now = 0
    const send: typeof server.deps.send = async (request) => {
      if (!request.url.pathname.startsWith('/login/')) {
        limits.push(request.timeoutMs)
        now += 6_000
      }
      return server.deps.send(request)
    }
    await createClient(server.connection, { ...server.deps, now: () => now, send }).read('/a')
    expect(limits).toEqual([20_000, 14_000])
  })

  it.each([400, 401, 403, 404])('is not asked again after %s', async (status) => {
    const { server, client } = await start({ status, body: { code: 'X', message: 'No.' } })
    await expect(client.read('/a')).rejects.toMatchObject({ status })
    expect(server.calls()).toHaveLength(1)
  })
})

describe('the codebase', () => {
  it('is asked for again where companyinfo fails', async () => {
    const { server } = await start()
    let failing = 2
    const send: typeof server.deps.send = async (request) => {
      const answer = await server.deps.send(request)
      if (!request.url.pathname.startsWith('/login/') || failing === 0) return answer
      failing -= 1
      return { status: 200, headers: {}, body: '<html>We are sorry</html>' }
    }
    const client = createClient(server.connection, { ...server.deps, send })
    expect((await client.read('/a')).status).toBe(200)
  })
})
