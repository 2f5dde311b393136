import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { team as teamTable } from '#api/db/schema/team.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import type { SettleDelivery } from '#shared/contracts/post.ts'
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

describe('a post on its way', () => {
  it('goes after an earlier one of the same ticket, whichever is due first', async () => {
    const { engineer, record, request, accept, work } = posting
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
    const { engineer, request, accept, current, work, inTicket } = posting
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
    const { engineer, request, accept, current, work, inTicket } = posting
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
    const { engineer, request, accept, work, inTicket } = posting
    const post = await accept(await request({ status: 12 }))
    const undone = await engineer.client.call('undoPost', { params: { id: post.id } })
    expect(undone).toMatchObject({ state: 'undone', parts: [{ state: 'undone' }, { state: 'undone' }] })
    app.pass(60_000)
    await work()
    expect(inTicket(post)).toEqual([])
  })

  it('is sent at once when asked', async () => {
    const { engineer, request, accept, work, inTicket } = posting
    const post = await accept(await request())
    await engineer.client.call('sendPostNow', { params: { id: post.id } })
    await work()
    expect(inTicket(post)).toHaveLength(1)
    await expect(engineer.client.call('undoPost', { params: { id: post.id } })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('says that it is checking when the answer was lost, and finds its text', async () => {
    const { request, accept, current, work, inTicket } = posting
    const post = await accept(await request())
    app.psa.failNext('reset after commit')
    app.psa.failNext('read unavailable', 0)
    app.pass(5_000)
    await work()
    expect(inTicket(post)).toHaveLength(1)
    expect(await current(post)).toMatchObject({ state: 'posted' })
  })

  it('needs a person where the ticket is another by now, and goes there when they say so', async () => {
    const { engineer, request, accept, current, work, inTicket } = posting
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

  it('is looked for before it is sent again: what arrived late is found, not doubled', async () => {
    const { team, engineer, request, accept, current, work, inTicket } = posting
    await app.db.asTeam(team.id, (tx) =>
      tx.update(teamTable).set({ settings: { ...defaultSettings, quarantineSeconds: 5 } }),
    )
    const post = await accept(await request())
    app.psa.failNext('late commit')
    app.psa.failNext('reset before commit')
    app.pass(5_000)
    for (let tries = 0; tries < 40 && (await current(post)).state !== 'needs_you'; tries += 1) {
      await work()
      app.pass(10_000)
    }
    const [part] = (await current(post)).parts
    expect(part?.state).toBe('needs_you')
    app.psa.commitLate()
    await engineer.client.call('settleDelivery', {
      params: { id: part?.id ?? '' },
      body: { how: 'send_again' },
    })
    await work()
    expect(await current(post)).toMatchObject({ state: 'posted' })
    expect(inTicket(post)).toHaveLength(1)
  })

  it('opens what it covered again when it is given up', async () => {
    const { engineer, request, accept, current, work } = posting
    const post = await accept(await request())
    const ticket = app.psa.world.tickets.find(({ id }) => id === 101)
    if (ticket === undefined) throw new Error('no ticket')
    const { company } = ticket
    ticket.company = { ...company, id: 99 }
    app.pass(5_000)
    await work()
    ticket.company = company
    const [part] = (await current(post)).parts
    const settled = await engineer.client.call('settleDelivery', {
      params: { id: part?.id ?? '' },
      body: { how: 'give_up' },
    })
    expect(settled.state).toBe('undone')
    expect((await request()).text).toContain('Work Offline')
  })
})

describe('what is said of a post', () => {
  type How = SettleDelivery['how']
  const settle = (id: string, how: How, { client } = posting.engineer) =>
    client.call('settleDelivery', { params: { id }, body: { how } })

  it('is told apart from what was said before, even within one millisecond and on the way back', async () => {
    const { engineer, request, accept, current, work } = posting
    const post = await accept(await request())
    const { version: hurried } = await engineer.client.call('sendPostNow', { params: { id: post.id } })
    expect(hurried).toBeGreaterThan(post.version ?? Number.NaN)
    app.psa.failNext('reset before commit')
    app.psa.failNext('read unavailable', 0)
    await work()
    const sent = await current(post)
    expect(sent.version).toBeGreaterThan(hurried ?? Number.NaN)
    app.pass(60_000)
    await work()
    expect((await current(post)).version).toBeGreaterThan(sent.version ?? Number.NaN)
  })

  it('never lets a text be called there that was not sent', async () => {
    const { request, accept, current, work } = posting
    const post = await accept(await request({ shown: { summary: 'Other', company: 3, closed: false } }))
    app.pass(5_000)
    await work()
    const [part] = (await current(post)).parts
    expect(part).toMatchObject({ state: 'needs_you', mayBeThere: false })
    await expect(settle(part?.id ?? '', 'it_is_there')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('never sent'),
    })
    expect((await current(post)).state).toBe('needs_you')
    await settle(part?.id ?? '', 'send_again')
    await work()
    expect((await current(post)).parts[0]).toMatchObject({ state: 'posted', mayBeThere: true })
  })

  it('raises an alarm where it stands in the ticket twice, until one of the two is gone', async () => {
    const { team, request, accept, work, inTicket } = posting
    const post = await accept(await request())
    app.pass(5_000)
    await work()
    const [first] = inTicket(post)
    const second = { ...first, id: (first?.id ?? 0) + 1_000 }
    if (first) app.psa.world.texts.push({ ...first, ...second })
    for (const hours of [1, 2, 30]) {
      app.pass(hours * 3_600_000)
      await work()
    }
    // Whoever signed in before has been signed out by now.
    const colleague = await team.join('engineer')
    const now = async () => (await colleague.client.call('getPost', { params: { id: post.id } })).parts[0]
    const part = await now()
    expect(part).toMatchObject({ state: 'posted', doubled: true })
    expect(part?.message).toContain(`${first?.id} and ${second.id}`)
    await settle(part?.id ?? '', 'look_again', colleague)
    await work()
    expect(await now()).toMatchObject({ doubled: true })
    app.psa.world.texts.splice(
      app.psa.world.texts.findIndex(({ id }) => id === second.id),
      1,
    )
    await settle(part?.id ?? '', 'look_again', colleague)
    await work()
    expect(await now()).toMatchObject({ state: 'posted', doubled: false, message: null })
    await expect(settle(part?.id ?? '', 'look_again', colleague)).rejects.toMatchObject({ code: 'conflict' })
  })
})
