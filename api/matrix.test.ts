import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '#shared/contracts/member.ts'
import { type RouteId, routes } from '#shared/contracts/routes.ts'
import { type Action, mayDo } from '#shared/policy/policy.ts'
import { memoryPsa } from './adapters/memory/memory-psa.ts'
import { smallPsaWorld } from './adapters/memory/memory-psa-world.ts'
import { systemIds } from './adapters/system/system-ids.ts'
import { delivery } from './db/schema/post.ts'
import { createPostingSession, type PostingSession } from './features/posts/testing/posting-session.ts'
import { type Caller, createCaller } from './testing/caller.ts'
import { createTestAccount } from './testing/test-account.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from './testing/test-team.ts'
import { type Named, validCalls } from './testing/valid-calls.ts'

let app: TestApp
let posting: PostingSession
/** What a call may name. */
let there: Named
/** Of our team, by standing; of another team with a ticket system of its own; of ours, for another company's tickets. */
let members: Map<string, TestMember>
let strangers: Map<string, TestMember>
let coManaged: Map<string, TestMember>
beforeAll(async () => {
  app = await createTestApp()
  posting = await createPostingSession(app)
  const accepted = await posting.accept(await posting.request())
  const request = await posting.request({ scope: 'whole_session' })
  const account = await createTestAccount(app, posting.team)
  there = {
    handle: posting.team.handle,
    session: posting.session.header.id,
    seq: request.upTo,
    post: accepted.id,
    delivery: accepted.parts[0]?.id ?? '',
    member: (await posting.team.join('engineer')).id,
    ticket: 101,
    flow: 'outlook-offline',
    request,
    account: {
      ...account,
      link: await account.newLink(),
      refreshToken: (await account.enter()).refreshToken,
      lastToken: (await account.enter()).refreshToken,
    },
  }
  members = await joinAs(posting.team, 'of', null)
  coManaged = await joinAs(posting.team, 'co', [99])
  const theirs = await createTestTeam(app)
  app.connect(theirs.id, memoryPsa({ ...smallPsaWorld(), tickets: [] }, app.deps.clock))
  strangers = await joinAs(theirs, 'of', null)
})
afterAll(() => app.close())

const standings = [...roles, 'lead'] as const
type Standing = (typeof standings)[number]
const roleOf = (standing: Standing): Role => (standing === 'lead' ? 'engineer' : standing)
const may = (standing: Standing, action: Action) => mayDo(roleOf(standing), standing === 'lead', action)

async function joinAs(team: TestTeam, by: string, companies: number[] | null) {
  const joined = new Map<string, TestMember>()
  for (const name of standings) {
    const more = { identifier: `${by}-${name}`, lead: name === 'lead', companies }
    joined.set(name, await team.join(roleOf(name), more))
  }
  return joined
}
const one = (of: Map<string, TestMember>, name: Standing): TestMember => {
  const found = of.get(name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

const ids = Object.keys(routes) as RouteId[]
const table = ids.map((id) => ({ id, ...routes[id] }))
const open = table.filter(({ action }) => action === null)
const guarded = table.flatMap(({ action, ...row }) => (action === null ? [] : [{ ...row, action }]))
/** Those whose call names something: what is unknown and what is another's must look the same. */
const naming = guarded.filter(({ id, path }) => path.includes('{') || id === 'startSession')
const listing = guarded.filter(({ id, path }) => !path.includes('{') && id !== 'startSession')
/** Flows and members belong to the whole team; all else to a company. */
const ofCompany = naming.filter(({ path }) => !/^\/(flow|members)/.test(path))

/** What is there in our team, with whatever the route uses up made anew for the member who calls. */
async function ours(id: RouteId, by = posting.engineer.id): Promise<Named> {
  const whole = { scope: 'whole_session' } as const
  const named = { ...there }
  if (id === 'undoPost') named.post = (await posting.accept(await posting.request(whole))).id
  if (id === 'acceptPost') named.request = await posting.request(whole, by)
  if (id === 'appendEvents') named.seq = (await posting.request(whole)).upTo
  if (id === 'settleDelivery')
    await app.db.asTeam(posting.team.id, (tx) =>
      tx.update(delivery).set({ state: 'needs_you' }).where(eq(delivery.id, there.delivery)),
    )
  if (id === 'removeCopy')
    await app.db.asTeam(posting.team.id, (tx) =>
      tx
        .update(delivery)
        .set({
          state: 'posted',
          doubled: true,
          copies: [9, 12].map((id) => ({ id, at: null })),
          removing: null,
        })
        .where(eq(delivery.id, there.delivery)),
    )
  return named
}
/** The same of nobody. */
const nobodys = (named: Named): Named => ({
  ...named,
  session: systemIds.uuid(),
  post: systemIds.uuid(),
  delivery: systemIds.uuid(),
  member: systemIds.uuid(),
  ticket: 987_654,
  flow: 'no-such-flow',
})

/** Makes a call with which nothing is wrong. A stream is left once it has begun. */
async function call(by: Caller, id: RouteId, named: Named, member = '') {
  const { method } = routes[id]
  const { query = {}, body } = validCalls[id](named, member)
  const answer = await by.request(method, `${addressOf(id, named)}?${new URLSearchParams(query)}`, body)
  const { status } = answer
  if (status === 200 && id === 'streamSession') await answer.body?.cancel()
  const text = answer.bodyUsed || answer.body?.locked ? '' : await answer.text()
  return { status, text }
}

function addressOf(id: RouteId, named: Named): string {
  const { params = {} } = validCalls[id](named, '')
  return routes[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
}

/** An answer without what differs from call to call: the request's id, and what was asked for. */
const unnamed = (text: string, { session, post, delivery, member, flow, ticket }: Named) =>
  [session, post, delivery, member, flow, `#${ticket}`]
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
})

describe.each(open)('$method $path', ({ id }) => {
  it('answers whoever comes', async () => {
    expect((await call(createCaller(app.api, null), id, there)).status).toBe(200)
  })
})

describe.each(ids.map((id) => ({ id, path: routes[id].path })))('$path', ({ id, path }) => {
  const known = table.filter((row) => row.path === path).map((row): string => row.method)
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !known.includes(method))
  it.each(others)('is nothing by %s, whoever asks', async (method) => {
    const address = addressOf(id, there)
    for (const by of [
      createCaller(app.api, null),
      one(members, 'super_admin'),
      one(strangers, 'super_admin'),
    ]) {
      const answer = await by.request(method, address, method === 'GET' ? undefined : {})
      expect([404, 405]).toContain(answer.status)
    }
  })
})

describe.each(guarded)('$method $path', ({ id, action }) => {
  it('refuses whoever brings no token, or a made-up one', async () => {
    for (const token of [null, 'made.up.token'])
      expect((await call(createCaller(app.api, token), id, there)).status).toBe(401)
  })

  it.each(standings)('answers a %s as the policy says', async (name) => {
    const member = one(members, name)
    const { status, text } = await call(member, id, await ours(id, member.id), member.id)
    expect(status, text).toBe(may(name, action) ? 200 : 403)
  })
})

describe.each(naming)('$method $path', ({ id, action }) => {
  it.each(standings)('tells a %s of another team nothing of ours: as if it were not there', async (name) => {
    await expectAlike(one(strangers, name), id, may(name, action) ? 404 : 403)
  })
})

describe.each(ofCompany)('$method $path', ({ id, action }) => {
  it.each(standings)(
    'tells a %s for another company’s tickets nothing: as if it were not there',
    async (name) => {
      await expectAlike(one(coManaged, name), id, may(name, action) ? 404 : 403)
    },
  )
})

describe.each(listing)('$method $path', ({ id }) => {
  it.each(standings)('lists nothing of ours to a %s of another team', async (name) => {
    const member = one(strangers, name)
    const { text } = await call(member, id, there, member.id)
    for (const secret of [posting.session.header.id, posting.team.id, posting.engineer.id])
      expect(text).not.toContain(secret)
  })

  it.each(standings)('lists no ticket and no session to a %s for another company’s tickets', async (name) => {
    const member = one(coManaged, name)
    const { text } = await call(member, id, there, member.id)
    for (const secret of [posting.session.header.id, 'Acme Dental']) expect(text).not.toContain(secret)
  })
})

async function expectAlike(member: TestMember, id: RouteId, status: number): Promise<void> {
  const unknown = nobodys(there)
  const answer = await call(member, id, there, member.id)
  const none = await call(member, id, unknown, member.id)
  expect([answer.status, none.status]).toEqual([status, status])
  expect(unnamed(answer.text, there)).toBe(unnamed(none.text, unknown))
}
