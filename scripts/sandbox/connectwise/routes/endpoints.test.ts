import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoCredentials } from '../create-sandbox.ts'
import { buildApp } from '../http/build-app.ts'
import { bodyFor, callEndpoint, headersOf, integrator, queryOf, realPath } from '../testing/call-endpoint.ts'
import { at, startDesk, type TestDesk } from '../testing/desk-client.ts'
import { type Endpoint, endpoints, laterPaths, methods } from '../testing/endpoints.ts'
import { exampleBodies } from '../testing/example-bodies.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk({ credentials: [demoCredentials, integrator] })
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.sandbox.reset()
  desk.sandbox.state.switches.requestsPerMinute = 1_000_000
})

const named = (all: Endpoint[]): [string, Endpoint][] =>
  all.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint])
const code = (body: Awaited<ReturnType<TestDesk['call']>>['body']) => at(body, 'code')

/** A body of the right sort, whatever it says. */
function anyBody({ method, path }: Endpoint): unknown {
  if (method === 'POST') return exampleBodies[path]
  return method === 'PATCH' ? [] : method === 'PUT' ? {} : undefined
}

/** The table's path with a number that no record has in place of the last name in braces. */
async function missingPath(endpoint: Endpoint): Promise<string> {
  const cut = endpoint.path.lastIndexOf('{')
  const before = await realPath(desk, { ...endpoint, path: endpoint.path.slice(0, cut - 1), method: 'GET' })
  return `${before}/999999${endpoint.path.slice(endpoint.path.indexOf('}', cut) + 1)}`
}

describe('the table of endpoints', () => {
  it('names every route of the sandbox, and no other', () => {
    const routes = buildApp(() => desk.sandbox.state)
      .routes.filter(({ method, path }) => method !== 'ALL' && path.includes('/apis/3.0/'))
      .map(
        ({ method, path }) => `${method} ${path.replace('/:codebase/apis/3.0', '').replace(/:\w+/g, '{}')}`,
      )
    const listed = endpoints.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)
    const answeredBeforeSignIn = ['GET /system/info']
    expect([...new Set([...routes, ...answeredBeforeSignIn])].sort()).toEqual([...new Set(listed)].sort())
  })

  it('names each method of a path once', () => {
    const listed = endpoints.map(({ method, path }) => `${method} ${path}`)
    expect(listed).toHaveLength(new Set(listed).size)
  })
})

describe('every endpoint', () => {
  it.each(named(endpoints))('%s answers as the table says', async (_, endpoint) => {
    const { status, body } = await callEndpoint(desk, endpoint)
    expect({ status, isList: Array.isArray(body) }).toEqual({
      status: endpoint.status,
      isList: endpoint.isList,
    })
  })

  it.each(named(endpoints.filter(({ path }) => path !== '/system/info')))(
    '%s answers 403 without the right, and changes nothing',
    async (_, endpoint) => {
      const path = await realPath(desk, endpoint)
      const body = await bodyFor(desk, endpoint, path)
      const before = desk.sandbox.state.writes.length
      desk.sandbox.state.switches.denied = [`${endpoint.method} ${path}`]
      const reply = await desk.call(endpoint.method, `${path}${queryOf(endpoint)}`, body, headersOf(endpoint))
      expect([reply.status, code(reply.body)]).toEqual([403, 'Security'])
      expect(desk.sandbox.state.writes).toHaveLength(before)
    },
  )

  it.each(named(endpoints.filter(({ path }) => path.includes('{'))))(
    '%s answers 404 for a record that is not there',
    async (_, endpoint) => {
      const path = await missingPath(endpoint)
      const reply = await desk.call(endpoint.method, path, anyBody(endpoint), headersOf(endpoint))
      expect([reply.status, code(reply.body)]).toEqual([404, 'NotFound'])
    },
  )

  it.each(named(endpoints.filter(({ path }) => path.includes('{') && !path.includes('/system/'))))(
    '%s does not exist for a word in place of a number',
    async (_, endpoint) => {
      const path = (await missingPath(endpoint)).replace('999999', 'none')
      const reply = await desk.call(endpoint.method, path, anyBody(endpoint))
      expect([reply.status, code(reply.body)]).toEqual([404, 'ConnectWiseApi'])
    },
  )
})

const isFiltered = ({ isList, method }: Endpoint) => isList && method === 'GET'

describe('every list', () => {
  const lists = named(endpoints.filter(isFiltered))

  it.each(lists)('%s refuses a field that it does not know', async (_, endpoint) => {
    const path = await realPath(desk, endpoint)
    const query = `${queryOf(endpoint) || '?'}&conditions=nonsense=1`
    const reply = await desk.call('GET', `${path}${query}`)
    expect([reply.status, code(reply.body)]).toEqual([400, 'ApiFindCondition'])
    expect(at(reply.body, 'message')).toBe('nonsense is not a recognized name.')
  })

  it.each(lists)('%s is cut into pages, and ends in an empty one', async (_, endpoint) => {
    const path = `${await realPath(desk, endpoint)}${queryOf(endpoint) || '?'}`
    const whole = (await desk.call('GET', `${path}&pageSize=1000`)).body
    const size = Array.isArray(whole) ? whole.length : 0
    const first = await desk.call('GET', `${path}&pageSize=1`)
    expect(first.body).toEqual(Array.isArray(whole) ? whole.slice(0, 1) : [])
    expect(first.headers.get('link') ?? '').toMatch(size > 1 ? /rel="next".*rel="last"/ : /^$/)
    expect((await desk.call('GET', `${path}&pageSize=1&page=${size + 1}`)).body).toEqual([])
  })

  it.each(lists)('%s gives only the fields asked for', async (_, endpoint) => {
    const path = `${await realPath(desk, endpoint)}${queryOf(endpoint) || '?'}`
    const field = endpoint.schema === 'AuditTrailEntry' ? 'text' : 'id'
    const { body } = await desk.call('GET', `${path}&fields=${field}`)
    const names = Array.isArray(body) ? body.map((record) => Object.keys(Object(record))) : []
    expect(names).toEqual(names.map(() => [field]))
  })
})

describe('every endpoint that takes a body', () => {
  const taking = endpoints.filter(
    ({ path, method }) => ['PUT', 'PATCH'].includes(method) || (method === 'POST' && path in exampleBodies),
  )

  it.each(named(taking))('%s refuses another content type, and text that is no JSON', async (_, endpoint) => {
    const path = await realPath(desk, endpoint)
    const send = (text: string, type: string) =>
      desk.call(endpoint.method, path, text, { ...headersOf(endpoint), 'content-type': type })
    expect((await send('{}', 'text/plain')).status).toBe(415)
    expect((await send('{', 'application/json')).status).toBe(400)
  })
})

describe('a method that a path does not have', () => {
  const paths = [...new Set(endpoints.map(({ path }) => path))]

  it.each(paths)('does not exist: %s', async (path) => {
    const known = endpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => method)
    const real = await realPath(desk, { path, method: 'GET' })
    for (const method of methods.filter((each) => !known.includes(each))) {
      const { status, body } = await desk.call(method, real)
      expect([method, status, code(body)]).toEqual([method, 404, 'ConnectWiseApi'])
    }
  })
})

describe('paths of later parts', () => {
  it.each(laterPaths)('%s does not exist yet', async (path) => {
    expect((await desk.call('GET', path)).status).toBe(404)
  })
})
