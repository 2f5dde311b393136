import { describe, expect, it } from 'vitest'
import type { EventBody } from '../session/event.ts'
import { colleague, member } from '../session/testing/script.ts'
import { heldSessions, purgeSessions, sendHeldEvents } from './held-sessions.ts'
import { startSession } from './start-session.ts'
import { bench, sessionId } from './testing/bench.ts'

const day = 86_400_000
const ticket = { id: 4711, kind: 'service' } as const
const said: EventBody = { type: 'acted', text: 'Checked the cable' }
const resolved: EventBody = { type: 'concluded', outcome: 'resolved', words: 'Cable was loose' }

describe('sessions kept in this browser', () => {
  it('are listed with their unsent acts, and only to the member whose they are', async () => {
    const work = bench()
    const seat = await work.sit()
    await work.time.pass(1_000)
    seat.network.faults.offline = true
    seat.session.record(said)
    await work.time.pass(250)
    expect(await work.finish(heldSessions(seat.store, member))).toMatchObject([
      { header: { id: sessionId }, ended: false, unsent: 1 },
    ])
    expect(await work.finish(heldSessions(seat.store, colleague))).toEqual([])
  })

  it('are deleted some days after they ended, with all that was kept of them', async () => {
    const work = bench()
    const store = work.newStore()
    const seat = await work.sit(member, store)
    seat.session.record(resolved)
    await work.finish(seat.session.flush())
    await work.time.pass(1_000)
    seat.session.close()
    await work.time.pass(13 * day)
    expect(await work.finish(purgeSessions(store, member, work.time, 14))).toBe(0)
    await work.time.pass(2 * day)
    expect(await work.finish(purgeSessions(store, member, work.time, 14))).toBe(1)
    expect(await store.contents()).toBe('[]')
  })

  it('stay while they are unfinished, for a season', async () => {
    const work = bench()
    const seat = await work.sit()
    await work.time.pass(1_000)
    seat.session.close()
    await work.time.pass(60 * day)
    expect(await work.finish(purgeSessions(seat.store, member, work.time, 14))).toBe(0)
    await work.time.pass(31 * day)
    expect(await work.finish(purgeSessions(seat.store, member, work.time, 14))).toBe(1)
  })

  it('are never deleted while acts are unsent', async () => {
    const work = bench()
    const seat = await work.sit()
    await work.time.pass(1_000)
    seat.network.faults.offline = true
    seat.session.record(resolved)
    await work.time.pass(1_000)
    seat.page.kill()
    seat.network.cutStreams()
    await work.time.pass(400 * day)
    expect(await work.finish(purgeSessions(seat.store, member, work.time, 14))).toBe(0)
  })

  it('get their unsent acts sent without being shown', async () => {
    const work = bench()
    const seat = await work.sit()
    await work.time.pass(1_000)
    seat.network.faults.offline = true
    seat.session.record(said)
    await work.time.pass(1_000)
    seat.session.close()
    expect(await work.finish(sendHeldEvents(seat.page.deps, null))).toBe(1)
    await work.time.pass(1_000)
    seat.network.faults.offline = false
    expect(await work.finish(sendHeldEvents(seat.page.deps, sessionId))).toBe(0)
    expect(work.api.log(sessionId)).toHaveLength(0)
    expect(await work.finish(sendHeldEvents(seat.page.deps, null))).toBe(0)
    expect(work.api.log(sessionId)).toMatchObject([{ event: said }])
  })
})

describe('starting a session', () => {
  it('starts one where none is open, and finds the open one again', async () => {
    const work = bench()
    const { page } = await work.sit()
    const first = await work.finish(startSession(page.deps, { ticket: { ...ticket, id: 12 }, flow: null }))
    const again = await work.finish(startSession(page.deps, { ticket: { ...ticket, id: 12 }, flow: null }))
    expect(first.id).not.toBe(sessionId)
    expect(again.id).toBe(first.id)
  })

  it('opens the one kept here where the API cannot be reached', async () => {
    const work = bench()
    const seat = await work.sit()
    await work.time.pass(1_000)
    seat.network.faults.offline = true
    for (const flow of ['printer', 'printer@2']) {
      const session = await work.finish(startSession(seat.page.deps, { ticket, flow }))
      expect(session.id).toBe(sessionId)
    }
  })

  it('cannot start anything new without the API', async () => {
    const work = bench()
    const seat = await work.sit()
    await work.time.pass(1_000)
    seat.network.faults.offline = true
    const started = startSession(seat.page.deps, { ticket: { ...ticket, id: 12 }, flow: 'printer' })
    await expect(work.finish(started)).rejects.toMatchObject({ code: 'offline' })
  })
})
