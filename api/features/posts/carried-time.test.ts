import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { eventBy } from '#api/testing/events.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createPostingSession, type PostingSession } from './testing/posting-session.ts'

const day = 24 * 60 * 60_000
const at = (time: string, date = 24) => `2026-11-${date}T${time}:00.000Z`
const none = { workType: null, workRole: null, agreement: null, billable: null }

let app: TestApp
let posting: PostingSession
beforeAll(async () => {
  app = await createTestApp(openOwnDatabase())
  app.pass(2 * day)
})
afterAll(() => app.close())
beforeEach(async () => {
  posting = await createPostingSession(app)
  const { recordAt } = posting
  // 24 November: 09:01 to 09:04. 25 November: 10:00 to 10:03.
  await recordAt(at('09:04'), { type: 'acted', text: 'Called the user' })
  await recordAt(at('09:04'), { type: 'parked', reason: 'no_answer' })
  await recordAt(at('10:00', 25), { type: 'acted', text: 'Called again' })
  await recordAt(at('10:03', 25), { type: 'acted', text: 'Switched it off' })
})

const entry = (from: string, to: string, minutes: number) => ({
  ...none,
  start: from,
  end: to,
  minutes,
  worked: [{ from, to }],
})
const openNow = async () => {
  const { open } = await posting.engineer.client.call('getMyActivity', { query: { from: at('00:00') } })
  return open.map(({ day, minutes }) => `${day} ${minutes}`)
}

describe('the time that a post carries', () => {
  it('is one day of a session over two, and the other day is open until a post of its own', async () => {
    const { request, accept, work, inTicket } = posting
    expect(await openNow()).toEqual(['2026-11-24 3', '2026-11-25 3'])
    const latest = entry(at('10:00', 25), at('10:03', 25), 3)
    await accept(await request({ kind: 'time', time: latest }))
    expect(await openNow()).toEqual(['2026-11-24 3'])
    const first = await accept(await request({ kind: 'time', time: entry(at('09:01'), at('09:04'), 3) }))
    expect(first.text).toContain('Time: 24 Nov 2026, 10:01 to 10:04, 3 min.')
    expect(first.text).not.toContain('Called')
    expect(await openNow()).toEqual([])
    app.pass(5_000)
    await work()
    expect(inTicket(first)).toHaveLength(1)
  })

  it('is open again once the post is taken back', async () => {
    const { engineer, request, accept } = posting
    const time = entry(at('09:01'), at('09:04'), 3)
    const { id } = await accept(await request({ kind: 'time', time }))
    expect(await openNow()).toEqual(['2026-11-25 3'])
    await engineer.client.call('undoPost', { params: { id } })
    expect(await openNow()).toEqual(['2026-11-24 3', '2026-11-25 3'])
  })

  it('is all that is open between start and end where the stretches are not told, and none without time', async () => {
    const { request, accept, record } = posting
    const { worked: _, ...time } = entry(at('09:02'), at('12:00', 25), 5)
    await accept(await request({ time: null }))
    expect(await openNow()).toEqual(['2026-11-24 3', '2026-11-25 3'])
    await record({ type: 'line_added', section: 'next', text: 'Call next week' })
    await accept(await request({ time }))
    expect(await openNow()).toEqual(['2026-11-24 1'])
  })

  it('is refused where it is not open, overlaps, or gives fewer minutes than are entered', async () => {
    const { request, accept } = posting
    const refused = async (time: ReturnType<typeof entry>, code: string) =>
      expect(accept(await request({ kind: 'time', time }))).rejects.toMatchObject({ code })
    await refused(entry(at('09:01'), at('09:05'), 3), 'conflict')
    await refused(entry(at('09:01'), at('09:04'), 4), 'conflict')
    const twice = entry(at('09:01'), at('09:04'), 3)
    await refused({ ...twice, worked: [...twice.worked, ...twice.worked] }, 'invalid')
    await refused({ ...twice, start: at('09:02') }, 'invalid')
  })

  it('is in one post alone, though work elsewhere cut it short meanwhile', async () => {
    const { engineer, request, accept } = posting
    const other = await engineer.client.call('startSession', {
      body: { id: systemIds.uuid(), ticket: { id: 101, kind: 'service' }, flow: null, at: at('10:01', 25) },
    })
    const events = [eventBy(engineer.id, { type: 'acted', text: 'Another thing' }, at('10:02', 25))]
    await engineer.client.call('appendEvents', { params: { id: other.header.id }, body: { base: 0, events } })
    const whole = entry(at('10:00', 25), at('10:03', 25), 3)
    await expect(accept(await request({ kind: 'time', time: whole }))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('time here has changed'),
      details: { kind: 'time_changed' },
    })
    await accept(await request({ kind: 'time', time: entry(at('10:00', 25), at('10:02', 25), 2) }))
    expect(await openNow()).toEqual(['2026-11-24 3', '2026-11-25 1'])
  })

  it('is not open where they worked at a company that they see no more', async () => {
    const { team, engineer, request, accept } = posting
    const ticket = app.psa.world.tickets.find(({ id }) => id === 102)
    if (ticket) ticket.company = { id: 99, name: 'Elsewhere', identifier: 'Elsewhere' }
    const other = await engineer.client.call('startSession', {
      body: { id: systemIds.uuid(), ticket: { id: 102, kind: 'service' }, flow: null, at: at('10:01', 25) },
    })
    const events = [eventBy(engineer.id, { type: 'acted', text: 'Another thing' }, at('10:02', 25))]
    await engineer.client.call('appendEvents', { params: { id: other.header.id }, body: { base: 0, events } })
    const admin = await team.join('team_admin')
    await admin.client.call('saveMemberRights', {
      params: { id: engineer.id },
      body: { role: 'engineer', lead: true, companies: [3] },
    })
    const whole = entry(at('10:00', 25), at('10:03', 25), 3)
    await expect(accept(await request({ kind: 'time', time: whole }))).rejects.toMatchObject({
      code: 'conflict',
    })
    await accept(await request({ kind: 'time', time: entry(at('10:00', 25), at('10:02', 25), 2) }))
  })
})
