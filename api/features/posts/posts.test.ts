import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { deliver } from '#api/delivery/deliver.ts'
import { createDatabaseDeliveryStore } from '#api/delivery/store-in-database.ts'
import type { Psa } from '#api/ports/psa.ts'
import { eventBy } from '#api/testing/events.ts'
import { publishSample } from '#api/testing/publish-sample.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import type { SessionView } from '#shared/contracts/session.ts'
import { composePost } from '#shared/note/post-text.ts'
import type { EventBody } from '#shared/session/event.ts'
import { fold } from '#shared/session/fold.ts'

let app: TestApp
let team: TestTeam
let engineer: TestMember
let session: SessionView
beforeAll(async () => {
  app = await createTestApp(openOwnDatabase())
})
afterAll(() => app.close())

const step = (id: string) => [`outlook-offline@1:${id}`]
const walk: EventBody[] = [
  { type: 'answered', step: step('webmail'), choice: 'yes' },
  { type: 'done', step: step('work-offline') },
  { type: 'answered', step: step('check'), choice: 'yes' },
]

beforeEach(async () => {
  team = await createTestTeam(app)
  engineer = await team.join('engineer', { lead: true, identifier: 'tech1' })
  const flow = await publishSample(engineer)
  const ticket = { id: 101, kind: 'service' } as const
  session = await engineer.client.call('startSession', {
    body: { id: systemIds.uuid(), ticket, flow, at: '2026-11-24T09:00:00.000Z' },
  })
  await record(...walk)
})

async function record(...bodies: EventBody[]): Promise<void> {
  const { log } = await reread()
  await engineer.client.call('appendEvents', {
    params: { id: session.header.id },
    body: { base: log.length, events: bodies.map((body) => eventBy(engineer.id, body)) },
  })
}

const reread = () => engineer.client.call('getSession', { params: { id: session.header.id } })

/** What the panel would send for the session as it stands. */
async function request(more: Partial<AcceptPost> = {}): Promise<AcceptPost> {
  const view = await reread()
  const folded = fold(view.header, view.closure, view.log)
  const audience = more.audience ?? 'internal'
  const { text } = composePost(folded, view.closure, {
    audience,
    scope: more.scope ?? 'since_last_post',
    poster: engineer.id,
    members: view.members,
    timeZone: 'Europe/Berlin',
    time: more.time ?? null,
    limit: 16_000,
    terms: [],
  })
  return {
    id: systemIds.uuid(),
    kind: 'note',
    audience,
    scope: 'since_last_post',
    upTo: view.log.length,
    text,
    time: null,
    status: null,
    notify: false,
    confirmedVisible: false,
    shown: { summary: 'Outlook does not connect', company: 3, closed: false },
    ...more,
  }
}

const accept = (body: AcceptPost): Promise<PostView> =>
  engineer.client.call('acceptPost', { params: { id: session.header.id }, body })
const current = (post: { id: string }) => engineer.client.call('getPost', { params: { id: post.id } })

/** Works through whatever is due now; `opening` is where something may come between. */
async function work(opening = async (psa: Psa): Promise<Psa> => psa): Promise<void> {
  const store = createDatabaseDeliveryStore(app.db)
  const now = app.deps.clock.now
  const failed = (error: unknown) => {
    throw error
  }
  const deps = { store, psaOf: () => opening(app.psa), now, random: () => 0, after: () => () => {}, failed }
  for (
    let claims = await store.claim(now(), now() + 60_000, 50);
    claims.length > 0;
    claims = await store.claim(now(), now() + 60_000, 50)
  )
    for (const claim of claims) await deliver(deps, claim)
}

const inTicket = (post: PostView) => app.psa.world.texts.filter(({ text }) => text === post.text)

describe('accepting a post', () => {
  it('waits for the undo time, then puts the text into the ticket once, as the member’s internal note', async () => {
    const post = await accept(await request())
    expect(post).toMatchObject({ state: 'waiting', parts: [{ part: 'text', state: 'waiting' }] })
    await work()
    expect(inTicket(post)).toEqual([])
    app.pass(5_000)
    await work()
    expect(inTicket(post)).toMatchObject([
      { ticket: 101, internal: true, discussion: false, author: 'tech1' },
    ])
    expect(await current(post)).toMatchObject({
      state: 'posted',
      parts: [{ state: 'posted', author: 'tech1' }],
    })
  })

  it('marks internal text at its end, and rouses the worker', async () => {
    const before = app.woken()
    const post = await accept(await request())
    expect(post.text).toMatch(/\n\nRef [0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(app.woken()).toBe(before + 1)
  })

  it('answers a repeated request with the same post, and refuses another content under its id', async () => {
    const body = await request()
    const [one, two] = await Promise.all([accept(body), accept(body)])
    expect(one).toEqual(two)
    app.pass(5_000)
    await work()
    expect(inTicket(one)).toHaveLength(1)
    await expect(accept({ ...body, notify: true })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('refuses a text that the stored events do not give, and says what they give', async () => {
    const body = await request()
    await expect(accept({ ...body, text: `${body.text} And I fixed it.` })).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'note_changed', text: body.text },
    })
  })

  it('covers what came since the last post, and all again once that was taken back', async () => {
    const first = await accept(await request())
    await record({ type: 'acted', text: 'Called the user once more' })
    expect((await request()).text).not.toContain('Work Offline')
    await engineer.client.call('undoPost', { params: { id: first.id } })
    expect((await request()).text).toContain('Work Offline')
  })

  it('asks for a confirmation before the client can see the text, and marks no such text', async () => {
    const body = await request({ audience: 'resolution' })
    await expect(accept(body)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('client can see'),
    })
    const post = await accept({ ...body, confirmedVisible: true })
    expect(post.text).not.toMatch(/Ref [0-9A-Z]{5}-/)
    app.pass(10_000)
    await work()
    expect(inTicket(post)).toMatchObject([{ resolution: true, internal: false }])
  })

  it('is possible while the ticket system does not answer, which gets the text once it does', async () => {
    const body = await request()
    app.deps.cache.forget('')
    app.psa.failNext('read unavailable', 2)
    const post = await accept(body)
    app.pass(5_000)
    await work()
    expect(inTicket(post)).toEqual([])
    expect(await current(post)).toMatchObject({
      state: 'waiting',
      parts: [{ message: expect.stringContaining('cannot be reached') }],
    })
    app.pass(15 * 60_000)
    await work()
    expect(inTicket(post)).toHaveLength(1)
  })

  it('refuses a member who has no counterpart in the ticket system', async () => {
    const unlinked = await team.join('engineer')
    const body = await request()
    const refused = unlinked.client.call('acceptPost', { params: { id: session.header.id }, body })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('not linked'),
    })
  })

  it('carries the text in a time entry where that was chosen, and offers that again on the board', async () => {
    const time = {
      start: '2026-11-24T09:00:00.000Z',
      end: '2026-11-24T09:10:00.000Z',
      minutes: 10,
      workType: null,
      workRole: null,
      agreement: null,
      billable: null,
    }
    const post = await accept(await request({ kind: 'time', time }))
    app.pass(5_000)
    await work()
    expect(inTicket(post)).toMatchObject([{ kind: 'time' }])
    const options = await engineer.client.call('getPostOptions', { params: { kind: 'service', id: 101 } })
    expect(options.defaults.kind).toBe('time')
  })

  it('sets the status after the text', async () => {
    const post = await accept(await request({ status: 12 }))
    app.pass(5_000)
    await work()
    expect(await current(post)).toMatchObject({
      state: 'posted',
      parts: [{ part: 'text' }, { part: 'status', state: 'posted' }],
    })
    expect(app.psa.world.tickets.find(({ id }) => id === 101)?.status.id).toBe(12)
    await app.psa.setStatus({ ticket: { id: 101, kind: 'service' }, status: 11, notify: false })
  })
})

describe('a post on its way', () => {
  it('goes after an earlier one of the same ticket, whichever is due first', async () => {
    const before = app.psa.world.texts.length
    const visible = { audience: 'resolution', confirmedVisible: true } as const
    const first = await accept(await request(visible))
    app.pass(1_000)
    await record({ type: 'acted', text: 'Called the user once more' })
    const second = await accept(await request())
    await engineer.client.call('sendPostNow', { params: { id: second.id } })
    await work()
    expect(app.psa.world.texts).toHaveLength(before)
    for (const seconds of [9, 5]) {
      app.pass(seconds * 1_000)
      await work()
    }
    const added = app.psa.world.texts.slice(before).map(({ text }) => text)
    expect(added).toEqual([first.text, second.text])
  })

  it('is not sent where it was taken back while the ticket was being read', async () => {
    const post = await accept(await request())
    app.pass(5_000)
    await work(async (psa) => {
      await engineer.client.call('undoPost', { params: { id: post.id } })
      return psa
    })
    expect(inTicket(post)).toEqual([])
    expect(await current(post)).toMatchObject({ state: 'undone' })
  })

  it('is sent at once when a person says so after many tries', async () => {
    const post = await accept(await request({ shown: { summary: 'Outlook', company: 3, closed: false } }))
    app.psa.failNext('read unavailable', 5)
    for (let tries = 0; tries < 6; tries += 1) {
      app.pass(20_000)
      await work()
    }
    const waiting = await current(post)
    expect(waiting.state).toBe('needs_you')
    const id = waiting.parts[0]?.id ?? ''
    await engineer.client.call('settleDelivery', { params: { id }, body: { how: 'send_again' } })
    await work()
    expect(inTicket(post)).toHaveLength(1)
  })

  it('can be undone until sending begins, and sends nothing then', async () => {
    const post = await accept(await request({ status: 12 }))
    const undone = await engineer.client.call('undoPost', { params: { id: post.id } })
    expect(undone).toMatchObject({ state: 'undone', parts: [{ state: 'undone' }, { state: 'undone' }] })
    app.pass(60_000)
    await work()
    expect(inTicket(post)).toEqual([])
  })

  it('is sent at once when asked', async () => {
    const post = await accept(await request())
    await engineer.client.call('sendPostNow', { params: { id: post.id } })
    await work()
    expect(inTicket(post)).toHaveLength(1)
    await expect(engineer.client.call('undoPost', { params: { id: post.id } })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('says that it is checking when the answer was lost, and finds its text', async () => {
    const post = await accept(await request())
    app.psa.failNext('reset after commit')
    app.psa.failNext('read unavailable', 0)
    app.pass(5_000)
    await work()
    expect(inTicket(post)).toHaveLength(1)
    expect(await current(post)).toMatchObject({ state: 'posted' })
  })

  it('needs a person where the ticket is another by now, and goes there when they say so', async () => {
    const post = await accept(
      await request({ shown: { summary: 'Something else', company: 3, closed: false } }),
    )
    app.pass(5_000)
    await work()
    const waiting = await current(post)
    expect(waiting).toMatchObject({
      state: 'needs_you',
      parts: [{ message: expect.stringContaining('#101') }],
    })
    expect(inTicket(post)).toEqual([])
    const [part] = waiting.parts
    await engineer.client.call('settleDelivery', {
      params: { id: part?.id ?? '' },
      body: { how: 'send_again' },
    })
    await work()
    expect(inTicket(post)).toHaveLength(1)
  })

  it('opens what it covered again when it is given up', async () => {
    const post = await accept(
      await request({ shown: { summary: 'Outlook does not connect', company: 99, closed: false } }),
    )
    app.pass(5_000)
    await work()
    const [part] = (await current(post)).parts
    const settled = await engineer.client.call('settleDelivery', {
      params: { id: part?.id ?? '' },
      body: { how: 'give_up' },
    })
    expect(settled.state).toBe('undone')
    expect((await request()).text).toContain('Work Offline')
  })
})
