import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#shared/contracts/member.ts'
import { type RouteId, routes } from '#shared/contracts/routes.ts'
import { mayDo } from '#shared/policy/policy.ts'
import { systemIds } from './adapters/system/system-ids.ts'
import { createPostingSession, type PostingSession } from './features/posts/testing/posting-session.ts'
import { type Caller, createCaller } from './testing/caller.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'
import { createTestTeam, type TestMember } from './testing/test-team.ts'
import { type Named, validCalls } from './testing/valid-calls.ts'

let app: TestApp
let posting: PostingSession
let members: Map<string, TestMember>
let stranger: TestMember
let post: string
let delivery: string
beforeAll(async () => {
  app = await createTestApp()
  posting = await createPostingSession(app)
  const { team } = posting
  members = new Map()
  for (const role of roles) members.set(role, await team.join(role, { identifier: `of-${role}` }))
  members.set('lead', await team.join('engineer', { lead: true, identifier: 'of-lead' }))
  const accepted = await posting.accept(await posting.request())
  post = accepted.id
  delivery = accepted.parts[0]?.id ?? ''
  stranger = await (await createTestTeam(app)).join('team_admin', { identifier: 'tech2' })
})
afterAll(() => app.close())

const ids = Object.keys(routes) as RouteId[]
const table = ids.map((id) => ({ id, ...routes[id] }))
const open = table.filter(({ action }) => action === null)
const guarded = table.flatMap(({ action, ...row }) => (action === null ? [] : [{ ...row, action }]))

/** What is there in our team. */
const ours = async (): Promise<Named> => {
  const request = await posting.request({ scope: 'whole_session' })
  const { handle } = posting.team
  const session = posting.session.header.id
  return { handle, session, seq: request.upTo, post, delivery, flow: 'outlook-offline', request }
}
/** The same of nobody. */
const nobodys = async (): Promise<Named> => ({
  ...(await ours()),
  session: systemIds.uuid(),
  post: systemIds.uuid(),
  delivery: systemIds.uuid(),
  flow: 'no-such-flow',
})

/** Makes a call with which nothing is wrong. A stream is left once it has begun. */
async function call(by: Caller, id: RouteId, named: Named, member = '') {
  const { method, path } = routes[id]
  const { params = {}, query = {}, body } = validCalls[id](named, member)
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const answer = await by.request(method, `${address}?${new URLSearchParams(query)}`, body)
  const { status } = answer
  if (status === 200 && id === 'streamSession') await answer.body?.cancel()
  const text = answer.bodyUsed || answer.body?.locked ? '' : await answer.text()
  return { status, text }
}

/** An answer without what differs from call to call: the request's id, and what was asked for. */
const unnamed = (text: string, { session, post, delivery, flow }: Named) =>
  [session, post, delivery, flow]
    .reduce((left, name) => left.replaceAll(name, 'it'), text)
    .replace(/"request":"[^"]*"/, '')

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

describe.each(open)('$method $path', ({ id }) => {
  it('answers whoever comes', async () => {
    expect((await call(createCaller(app.api, null), id, await ours())).status).toBe(200)
  })
})

describe.each(guarded)('$method $path', ({ id, path, action }) => {
  it('refuses whoever brings no token, or a made-up one', async () => {
    for (const token of [null, 'made.up.token'])
      expect((await call(createCaller(app.api, token), id, await ours())).status).toBe(401)
  })

  it.each([...roles, 'lead'])('answers a %s as the policy says', async (name) => {
    const role = name === 'lead' ? 'engineer' : roles.find((each) => each === name)
    const member = members.get(name)
    if (role === undefined || member === undefined) throw new Error(`no ${name}`)
    const { status } = await call(member, id, await ours(), member.id)
    // A conflict is an answer of the verb too: such as to who comes second to undo a post.
    if (mayDo(role, name === 'lead', action)) expect([200, 409]).toContain(status)
    else expect(status).toBe(403)
  })

  it('tells another team nothing of ours', async () => {
    const named = await ours()
    const answer = await call(stranger, id, named, stranger.id)
    // Tickets belong to each team's own ticket system, lists to whoever asks.
    if (/\{(id|ref)\}/.test(path) && !path.startsWith('/tickets')) {
      const unknown = await nobodys()
      const none = await call(stranger, id, unknown, stranger.id)
      expect([answer.status, none.status]).toEqual([404, 404])
      expect(unnamed(answer.text, named)).toBe(unnamed(none.text, unknown))
    } else
      for (const name of [named.session, posting.team.id, posting.engineer.id])
        expect(answer.text).not.toContain(name)
  })
})
