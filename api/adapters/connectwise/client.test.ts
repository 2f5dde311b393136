import { afterEach, describe, expect, it } from 'vitest'
import { patiently } from '#shared/testing/patiently.ts'
import { createClient } from './client.ts'
import { type Asked, serveScript, type Told } from './scripted-server.ts'
import type { HttpRequest } from './send.ts'

type Script = Awaited<ReturnType<typeof serveScript>>
const open: Script[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function start(answer: (asked: Asked) => Told | Promise<Told>) {
  const server = await serveScript(answer)
  open.push(server)
  return { server, client: createClient(server.connection, server.deps) }
}

const page = { status: 404, body: '<!DOCTYPE html><html>404 - File or directory not found.</html>' }
const tooMany = { error: 'ConnectWiseAPI', message: 'Too many requests. Please try again in 2 seconds.' }
const underNew = (asked: Asked) => asked.url.pathname.startsWith('/v2025_2/')

describe('client headers and addresses', () => {
  it('signs every call and asks under the codebase that companyinfo names', async () => {
    const { server, client } = await start(() => ({ body: [] }))
    await client.read('/service/tickets', { query: { conditions: 'summary="a&b"', page: 1 } })
    const [call] = server.calls()
    expect(server.asked[0]?.url.pathname).toBe('/login/companyinfo/acme')
    expect(server.asked[0]?.headers.authorization).toBeUndefined()
    expect(call?.url.pathname).toBe('/v2025_1/apis/3.0/service/tickets')
    expect(call?.url.searchParams.get('conditions')).toBe('summary="a&b"')
    expect(call?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('acme+pub:priv').toString('base64')}`,
      clientid: server.connection.clientId,
      accept: 'application/vnd.connectwise.com+json; version=2025.1',
    })
  })

  it('asks for the codebase once, however many reads begin together', async () => {
    const { server, client } = await start(() => ({ body: {} }))
    await Promise.all([client.read('/a'), client.read('/b'), client.read('/c')])
    expect(server.asked.length - server.calls().length).toBe(1)
  })

  it('keeps no more than four calls under way', async () => {
    const { server } = await start(() => ({ body: {} }))
    let running = 0
    let most = 0
    const gates: (() => void)[] = []
    const send = async (request: HttpRequest) => {
      if (request.url.pathname.startsWith('/login/')) return await server.deps.send(request)
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((go) => gates.push(go))
      running -= 1
      return { status: 200, headers: {}, body: '{}' }
    }
    const client = createClient(server.connection, { ...server.deps, send })
    const reads = Array.from({ length: 12 }, () => client.read('/a'))
    for (let left = 12; left > 0; left -= 1) {
      await patiently(() => expect(gates.length).toBeGreaterThanOrEqual(Math.min(4, left)))
      gates.shift()?.()
    }
    await Promise.all(reads)
    expect(most).toBe(4)
  })
})

describe('client and a stale codebase', () => {
  it.each([page, { status: 404, body: { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' } }])(
    'reads again once under the new one',
    async (old) => {
      const { server, client } = await start((asked) => (underNew(asked) ? { body: { id: 1 } } : old))
      await client.read('/first').catch(() => {})
      server.script.codebase = 'v2025_2/'
      expect((await client.read('/a')).status).toBe(200)
      expect((await client.read('/b')).status).toBe(200)
      expect(server.calls().filter(underNew)).toHaveLength(2)
    },
  )

  it('asks once more for a page, though the codebase is still the same, and not for "no such endpoint"', async () => {
    const { server, client } = await start(() => page)
    await expect(client.read('/a')).rejects.toMatchObject({ status: 404, reason: 'unavailable' })
    expect(server.calls()).toHaveLength(2)
    const old = await start(() => ({
      status: 404,
      body: { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' },
    }))
    await expect(old.client.read('/a')).rejects.toMatchObject({ status: 404 })
    expect(old.server.calls()).toHaveLength(1)
  })

  it('never writes again under the same codebase', async () => {
    const { server, client } = await start(() => page)
    expect(await client.write('POST', '/a', {})).toMatchObject({ kind: 'answered', answer: { status: 404 } })
    expect(server.calls()).toHaveLength(1)
  })

  it('gives up after the second time', async () => {
    const { server, client } = await start(() => page)
    await client.read('/first').catch(() => {})
    server.script.codebase = 'v2025_2/'
    await expect(client.read('/a')).rejects.toMatchObject({ status: 404 })
    expect(server.calls()).toHaveLength(4)
  })

  it('takes "no such record" for what it is', async () => {
    const { server, client } = await start(() => ({
      status: 404,
      body: { code: 'NotFound', message: 'Ticket 5 not found' },
    }))
    await client.read('/a').catch(() => {})
    server.script.codebase = 'v2025_2/'
    await expect(client.read('/a')).rejects.toMatchObject({ status: 404 })
    expect(server.calls()).toHaveLength(2)
  })

  it('writes again only after an answer that cannot have written', async () => {
    const { server, client } = await start((asked) =>
      underNew(asked) ? { status: 201, body: { id: 1 } } : page,
    )
    await client.read('/first').catch(() => {})
    server.script.codebase = 'v2025_2/'
    expect(await client.write('POST', '/a', {})).toMatchObject({ kind: 'answered', answer: { status: 201 } })
  })

  it.each(['null', 'unknown company'])('says so where the company is not known (%s)', async () => {
    const { server, client } = await start(() => ({ body: {} }))
    server.script.codebase = '../../evil'
    await expect(client.read('/a')).rejects.toMatchObject({ reason: 'unavailable' })
    expect(await client.write('POST', '/a', {})).toMatchObject({ kind: 'not_sent' })
    expect(server.calls()).toHaveLength(0)
  })
})

describe('client and a limit on calls', () => {
  it('waits a short while, then reads again', async () => {
    let count = 0
    const { server, client } = await start(() => {
      count += 1
      return count === 1 ? { status: 429, body: tooMany, headers: { 'retry-after': '2' } } : { body: {} }
    })
    expect((await client.read('/a')).status).toBe(200)
    expect(server.slept).toEqual([2000])
  })

  it.each([
    { status: 429, body: tooMany, headers: { 'retry-after': '30' } },
    { status: 429, body: tooMany },
    { status: 429, body: '<html>Cloudflare</html>', headers: { 'retry-after': '600' } },
  ])('does not wait long, and not without a word', async (told) => {
    const { server, client } = await start(() => told)
    const after = told.headers?.['retry-after']
    await expect(client.read('/a')).rejects.toMatchObject({
      reason: 'rate_limited',
      retryAfterSeconds: after === undefined ? undefined : Number(after),
    })
    expect(server.slept).toEqual([])
    expect(server.calls()).toHaveLength(1)
  })

  it('gives up on the fourth refusal', async () => {
    const { server, client } = await start(() => ({
      status: 429,
      body: tooMany,
      headers: { 'retry-after': '1' },
    }))
    await expect(client.read('/a')).rejects.toMatchObject({ reason: 'rate_limited' })
    expect(server.calls()).toHaveLength(4)
  })
})

describe('client writes', () => {
  it.each([
    ['429', { status: 429, body: tooMany, headers: { 'retry-after': '1' } }, 'answered'],
    ['500', { status: 500, body: '<html></html>' }, 'answered'],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, 'answered'],
    ['a reset', { reset: true }, 'lost'],
  ] as const)('are sent once, whatever comes back: %s', async (_, told, kind) => {
    const { server, client } = await start(() => told)
    expect(await client.write('POST', '/a', { text: 'ü' })).toMatchObject({ kind })
    expect(server.calls()).toHaveLength(1)
    expect(server.calls()[0]).toMatchObject({ method: 'POST', body: '{"text":"ü"}' })
  })

  it('are not sent where nobody listens', async () => {
    const { server, client } = await start(() => ({ body: {} }))
    await client.read('/a')
    server.close()
    expect(await client.write('POST', '/a', {})).toMatchObject({ kind: 'not_sent' })
  })
})

describe('client reads', () => {
  it.each([
    ['HTML with 200', { body: '<html>Sign in</html>' }],
    ['nothing', { body: '' }],
    ['null', { body: null }],
  ])('that answer %s cannot be read', async (_, told) => {
    const { client } = await start(() => told)
    const { ticketSchema } = await import('./api-types.ts')
    await expect(client.readAs(ticketSchema, '/a')).rejects.toMatchObject({ reason: 'unavailable' })
  })

  it('that are cut off are unavailable', async () => {
    const { client } = await start(() => ({ reset: true }))
    await expect(client.read('/a')).rejects.toMatchObject({ reason: 'unavailable' })
  })
})
