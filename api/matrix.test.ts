import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#shared/contracts/member.ts'
import { type RouteId, routes } from '#shared/contracts/routes.ts'
import { mayDo } from '#shared/policy/policy.ts'
import { systemIds } from './adapters/system/system-ids.ts'
import { createCaller } from './testing/caller.ts'
import { publishSample } from './testing/publish-sample.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'
import { createTestTeam, type TestMember } from './testing/test-team.ts'

let app: TestApp
let members: Map<string, TestMember>
let stranger: TestMember
let session: string
beforeAll(async () => {
  app = await createTestApp()
  const team = await createTestTeam(app)
  members = new Map()
  for (const role of roles) members.set(role, await team.join(role))
  members.set('lead', await team.join('engineer', { lead: true }))
  const admin = members.get('team_admin')
  if (admin === undefined) throw new Error('no admin')
  await publishSample(admin)
  const body = {
    id: systemIds.uuid(),
    ticket: { id: 101, kind: 'service' as const },
    flow: null,
    at: '2026-11-24T09:00:00.000Z',
  }
  session = (await admin.client.call('startSession', { body })).header.id
  stranger = await (await createTestTeam(app)).join('team_admin')
})
afterAll(() => app.close())

const ids = Object.keys(routes) as RouteId[]
const guarded = ids.flatMap((id) => {
  const { method, path, action } = routes[id]
  return action === null ? [] : [{ id, method, path, action }]
})

/** The route's address, naming things that are there for our team. */
const addressOf = (path: string) =>
  path
    .replace('{kind}', 'service')
    .replace('/tickets/service/{id}', '/tickets/service/101')
    .replace('/sessions/{id}', `/sessions/${session}`)
    .replace('/flows/{id}', '/flows/outlook-offline')
    .replace('{ref}', 'outlook-offline@1')
    .replace('{id}', systemIds.uuid())

describe('the route table', () => {
  it('is served row by row: nothing more, nothing less', () => {
    const served = app.api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    const rows = ids.map((id) => `${routes[id].method} ${routes[id].path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
    expect(served.sort()).toEqual([...rows, 'GET /openapi.json'].sort())
  })

  it('is what /openapi.json describes', async () => {
    const document = (await (await app.api.request('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>
    }
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((each) => each.operationId),
    )
    expect(described.sort()).toEqual([...ids].sort())
  })
})

describe.each(guarded)('$method $path', ({ method, path, action }) => {
  it('refuses whoever brings no token, or a made-up one', async () => {
    for (const token of [null, 'made.up.token'])
      expect((await createCaller(app.api, token).request(method, addressOf(path))).status).toBe(401)
  })

  it.each([...roles, 'lead'])('answers a %s as the policy says', async (name) => {
    const role = name === 'lead' ? 'engineer' : roles.find((each) => each === name)
    if (role === undefined) throw new Error(`no role ${name}`)
    const answer = await request(members.get(name), method, path)
    if (mayDo(role, name === 'lead', action)) expect(answer).not.toBe(403)
    else expect(answer).toBe(403)
  })

  it('shows another team nothing of what it names', async () => {
    // Tickets belong to each team's own ticket system, lists to whoever asks.
    if (!/\{(id|ref)\}/.test(path) || path.startsWith('/tickets')) return
    expect([404, 422]).toContain(await request(stranger, method, path))
  })
})

async function request(member: TestMember | undefined, method: string, path: string): Promise<number> {
  if (member === undefined) throw new Error('no such member')
  const query = path.endsWith('/events') || path.endsWith('/stream') ? '?after=0' : ''
  const answer = await member.request(method, `${addressOf(path)}${query}`, method === 'GET' ? undefined : {})
  await answer.body?.cancel()
  return answer.status
}
