import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createPostingSession, type PostingSession } from './testing/posting-session.ts'

let app: TestApp
let posting: PostingSession
beforeAll(async () => {
  app = await createTestApp(openOwnDatabase())
})
afterAll(() => app.close())
beforeEach(async () => {
  posting = await createPostingSession(app)
})

describe('accepting a post', () => {
  it('waits for the undo time, then puts the text into the ticket once, as the member’s internal note', async () => {
    const { request, accept, current, work, inTicket } = posting
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
    const { request, accept } = posting
    const before = app.woken()
    const post = await accept(await request())
    expect(post.text).toMatch(/\n\nRef [0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(app.woken()).toBe(before + 1)
  })

  it('answers a repeated request with the same post, and refuses another content under its id', async () => {
    const { request, accept, work, inTicket } = posting
    const body = await request()
    const [one, two] = await Promise.all([accept(body), accept(body)])
    expect(one).toEqual(two)
    app.pass(5_000)
    await work()
    expect(inTicket(one)).toHaveLength(1)
    await expect(accept({ ...body, notify: true })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('refuses a text that the stored events do not give, and says what they give', async () => {
    const { request, accept } = posting
    const body = await request()
    await expect(accept({ ...body, text: `${body.text} And I fixed it.` })).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'note_changed', text: body.text },
    })
  })

  it('takes the same events once, though two clients post them at once under ids of their own', async () => {
    const { request, accept, work } = posting
    const before = app.psa.world.texts.length
    const answers = await Promise.allSettled([accept(await request()), accept(await request())])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [taken] = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', details: { kind: 'posted_elsewhere', post: taken } },
    })
    app.pass(5_000)
    await work()
    expect(app.psa.world.texts).toHaveLength(before + 1)
  })

  it('refuses a post that has nothing new to say, and one that covers what has not happened', async () => {
    const { request, accept } = posting
    const body = await request()
    await expect(accept({ ...body, upTo: 999 })).rejects.toMatchObject({ code: 'invalid' })
    await accept(body)
    await expect(accept(await request())).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('nothing to post'),
    })
  })

  it('refuses to write one company’s facts into another company’s ticket', async () => {
    const { request, accept } = posting
    const shown = { summary: 'Outlook does not connect', company: 99, closed: false }
    await expect(accept(await request({ shown }))).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'ticket_changed' },
    })
  })

  it.each([
    ['ends before it starts', '2026-11-24T08:00:00.000Z', 5],
    ['lasts longer than a day', '2026-11-26T09:00:00.000Z', 5],
    ['claims more minutes than passed', '2026-11-24T09:10:00.000Z', 600],
  ])('refuses a time entry that %s', async (_, end, minutes) => {
    const { request, accept } = posting
    const start = '2026-11-24T09:00:00.000Z'
    const time = { start, end, minutes, workType: null, workRole: null, agreement: null, billable: null }
    await expect(accept(await request({ kind: 'time', time }))).rejects.toMatchObject({ code: 'invalid' })
  })

  it('covers what came since the last post, and all again once that was taken back', async () => {
    const { engineer, record, request, accept } = posting
    const first = await accept(await request())
    await record({ type: 'acted', text: 'Called the user once more' })
    expect((await request()).text).not.toContain('Work Offline')
    await engineer.client.call('undoPost', { params: { id: first.id } })
    expect((await request()).text).toContain('Work Offline')
  })

  it('asks for a confirmation before the client can see the text, and marks no such text', async () => {
    const { request, accept, work, inTicket } = posting
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
    const { request, accept, current, work, inTicket } = posting
    const body = await request()
    app.deps.cache.tickets.forget('')
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
    const { team, session, request } = posting
    const unlinked = await team.join('engineer')
    const body = await request()
    const refused = unlinked.client.call('acceptPost', { params: { id: session.header.id }, body })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('not linked'),
    })
  })

  it('carries the text in a time entry where that was chosen, and offers that again on the board', async () => {
    const { engineer, request, accept, work, inTicket } = posting
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

  it('refuses a time entry where the ticket’s status or board takes none, and keeps nothing of it', async () => {
    const { engineer, session, request, accept } = posting
    const time = {
      start: '2026-11-24T09:00:00.000Z',
      end: '2026-11-24T09:10:00.000Z',
      minutes: 10,
      workType: null,
      workRole: null,
      agreement: null,
      billable: null,
    }
    const body = await request({ kind: 'time', time })
    const ticket = { id: 101, kind: 'service' } as const
    await app.psa.setStatus({ ticket, status: 13, notify: false })
    app.deps.cache.tickets.forget('')
    await expect(accept(body)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Waiting” takes no time entries. Post it as a note'),
    })
    await app.psa.setStatus({ ticket, status: 11, notify: false })
    const board = app.psa.world.boards.find(({ id }) => id === 1)
    if (board === undefined) throw new Error('no board')
    board.locks = { time: true, discussions: false }
    app.deps.cache.tickets.forget('')
    app.deps.cache.boardLocks.forget('')
    await expect(accept(body)).rejects.toMatchObject({
      message: expect.stringContaining('“Help Desk” is locked for time entries'),
    })
    const view = await engineer.client.call('getSession', { params: { id: session.header.id } })
    expect(view.posts).toEqual([])
    expect(await accept(await request())).toMatchObject({ kind: 'note', state: 'waiting' })
    delete board.locks
    app.deps.cache.boardLocks.forget('')
  })

  it('sets the status after the text', async () => {
    const { request, accept, current, work } = posting
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
