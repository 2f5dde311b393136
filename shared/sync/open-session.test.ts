import { describe, expect, it } from 'vitest'
import { ApiError } from '../client.ts'
import type { EventBody } from '../session/event.ts'
import { fold } from '../session/fold.ts'
import { printerClosure } from '../session/testing/printer-flow.ts'
import { colleague } from '../session/testing/script.ts'
import { memoryStore } from './memory-store.ts'
import { bench, sessionId } from './testing/bench.ts'

const answer = (choice: string): EventBody => ({ type: 'answered', step: ['printer@2:power'], choice })
const on = answer('on')
const said = (text: string): EventBody => ({ type: 'acted', text })

describe('an open session', () => {
  it('shows an act at once, stores it durably, and has it at the API soon after', async () => {
    const { sit, time, api, newStore } = bench()
    const store = newStore()
    const { session, network } = await sit(undefined, store)
    network.faults.slowest = 2_000
    expect(session.record(on)).toMatchObject({ ok: true })
    expect(session.state().session.place?.frames[0]?.step).toBe('ping')
    expect(session.state().unsent).toBe(1)
    await time.pass(250)
    expect(await store.contents()).toContain('/unsent/')
    await time.until(() => session.state().unsent === 0, 5_000)
    await time.pass(250)
    expect(await store.contents()).not.toContain('/unsent/')
    expect(api.log(sessionId)).toMatchObject([{ seq: 1, event: on }])
    expect(session.state()).toMatchObject({ link: 'live', held: 'durable', offlineReady: true })
  })

  it('changes nothing where an act does not fit', async () => {
    const { sit } = bench()
    const { session } = await sit()
    const before = session.state()
    expect(session.record(answer('sideways'))).toEqual({ ok: false, reason: 'unknown_choice' })
    expect(session.state()).toBe(before)
  })

  it('replaces secrets before anything is stored or sent', async () => {
    const { sit, time, api, newStore } = bench()
    const store = newStore()
    const { session } = await sit(undefined, store)
    session.record(said('password: Tr0ub4dor&3 works'))
    await time.pass(250)
    expect(await store.contents()).toContain('[SECRET]')
    expect(await store.contents()).not.toContain('Tr0ub4dor')
    expect(JSON.stringify(session.state())).not.toContain('Tr0ub4dor')
    expect(JSON.stringify(api.log(sessionId))).not.toContain('Tr0ub4dor')
    expect(session.state().log[0]?.event).toMatchObject({ text: expect.stringContaining('[SECRET]') })
  })

  it('refuses a text that the API would not take, and keeps nothing of it', async () => {
    const { sit } = bench()
    const { session } = await sit()
    expect(() => session.record(said('x'.repeat(4_001)))).toThrow(/At most 4000 characters/)
    expect(session.state().unsent).toBe(0)
  })

  it('tells its listeners of each change until they stop', async () => {
    const { sit } = bench()
    const { session } = await sit()
    let told = 0
    const stop = session.subscribe(() => told++)
    session.record(on)
    expect(told).toBe(1)
    stop()
    session.record(said('more'))
    expect(told).toBe(1)
  })

  it('shows what a colleague does, with their name', async () => {
    const { sit, time } = bench()
    const mine = await sit()
    const theirs = await sit(colleague)
    await time.pass(1_000)
    theirs.session.record(on)
    await time.until(() => mine.session.state().log.length === 1, 2_000)
    await time.until(() => mine.session.state().members[colleague] !== undefined, 2_000)
    expect(mine.session.state().session.place?.frames[0]?.step).toBe('ping')
  })

  it('puts its own acts after those that came first, and marks the one that no longer fits', async () => {
    const { sit, time, finish, api } = bench()
    const mine = await sit()
    const theirs = await sit(colleague)
    await time.pass(1_000)
    mine.network.faults.offline = true
    mine.session.record(answer('off'))
    theirs.session.record(on)
    await finish(theirs.session.flush())
    mine.network.faults.offline = false
    await finish(mine.session.flush())
    expect(api.log(sessionId)).toMatchObject([
      { event: { choice: 'on' } },
      { event: { choice: 'off' }, late: 'not_this_step' },
    ])
    await time.until(() => theirs.session.state().log.length === 2, 2_000)
    expect(mine.session.state().session).toEqual(theirs.session.state().session)
  })

  it('opens without a network from what it kept, unsent acts included', async () => {
    const { sit, time, reload, api, finish } = bench()
    const seat = await sit()
    seat.session.record(on)
    await time.pass(1_000)
    seat.network.faults.offline = true
    seat.session.record({ type: 'captured', step: ['printer@2:ping'], values: { ping: '3' } })
    await time.pass(250)
    await reload(seat)
    const state = seat.session.state()
    expect(state).toMatchObject({ unsent: 1, link: 'offline', closure: printerClosure })
    expect(state.session).toEqual(fold(state.session.header, printerClosure, state.log))
    expect(state.session.values).toMatchObject({ ping: { value: '3' } })
    seat.network.faults.offline = false
    for (const tell of seat.online) tell()
    await finish(seat.session.flush())
    expect(api.log(sessionId)).toHaveLength(2)
  })

  it('cannot open what it never saw without a network', async () => {
    const { sit, finish } = bench()
    const seat = await sit()
    seat.network.faults.offline = true
    const { openSession } = await import('./open-session.ts')
    const deps = { ...seat.page.deps, store: memoryStore() }
    await expect(finish(openSession(deps, sessionId))).rejects.toMatchObject({ code: 'offline' })
  })

  it('says when acts are in memory only, and stores them once storage accepts again', async () => {
    const { sit, time, newStore } = bench()
    const store = newStore()
    const seat = await sit(undefined, store)
    seat.network.faults.offline = true
    store.refuse(true)
    seat.session.record(on)
    await time.until(() => seat.session.state().held === 'memory', 1_000)
    store.refuse(false)
    await time.until(() => seat.session.state().held === 'durable', 10_000)
    expect(await store.contents()).toContain('/unsent/')
  })

  it('works with storage refused altogether, and says so', async () => {
    const { sit, finish } = bench()
    const seat = await sit(undefined, memoryStore())
    seat.session.record(on)
    await finish(seat.session.flush())
    expect(seat.session.state()).toMatchObject({ held: 'memory', unsent: 0, offlineReady: true })
  })
})

describe('sending', () => {
  it('goes again after 20 seconds where no answer comes, and the act is stored once', async () => {
    const { sit, time, api } = bench()
    const seat = await sit()
    await time.pass(1_000)
    seat.network.faults.streamsDead = true
    seat.network.faults.silent = 1
    seat.session.record(on)
    await time.pass(19_000)
    seat.network.faults.silent = 0
    await time.until(() => seat.session.state().unsent === 0, 3_000)
    expect(api.log(sessionId)).toHaveLength(1)
  })
})

describe('flushing', () => {
  it('rejects where the API cannot be reached, and the act stays', async () => {
    const { sit, finish } = bench()
    const seat = await sit()
    seat.network.faults.offline = true
    seat.session.record(on)
    await expect(finish(seat.session.flush())).rejects.toBeInstanceOf(ApiError)
    expect(seat.session.state()).toMatchObject({ unsent: 1, link: 'offline' })
  })

  it('sends at once after signing in again', async () => {
    const { sit, time, finish } = bench()
    const seat = await sit()
    await time.pass(1_000)
    seat.network.faults.signedOut = true
    seat.network.cutStreams()
    seat.session.record(on)
    await time.until(() => seat.session.state().link === 'signed_out', 5_000)
    await time.pass(300_000)
    expect(seat.session.state()).toMatchObject({ link: 'signed_out', unsent: 1, held: 'durable' })
    seat.network.faults.signedOut = false
    await finish(seat.session.flush())
    await time.until(() => seat.session.state().link === 'live', 5_000)
  })

  it('keeps the queue where the client is too old', async () => {
    const { sit, time } = bench()
    const seat = await sit()
    seat.network.faults.tooOld = true
    seat.session.record(on)
    await time.until(() => seat.session.state().link === 'client_too_old', 5_000)
    expect(seat.session.state()).toMatchObject({ unsent: 1, held: 'durable' })
  })

  it('rejects when the session is closed meanwhile', async () => {
    const { sit, finish } = bench()
    const seat = await sit()
    seat.network.faults.silent = 1
    seat.session.record(on)
    const flushed = seat.session.flush()
    seat.session.close()
    await expect(finish(flushed)).rejects.toBeInstanceOf(ApiError)
  })
})
