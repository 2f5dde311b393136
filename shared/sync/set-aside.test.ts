import { describe, expect, it } from 'vitest'
import type { EventBody, SessionEvent } from '../session/event.ts'
import { member } from '../session/testing/script.ts'
import { purgeSessions, sendHeldEvents } from './held-sessions.ts'
import { asidePrefix, readSetAside } from './set-aside.ts'
import { type Bench, bench, type Seat, sessionId } from './testing/bench.ts'

const said = (text: string): EventBody => ({ type: 'acted', text })
const isBad = (event: SessionEvent): boolean => event.type === 'acted' && event.text.startsWith('bad')
const textOf = (event: SessionEvent): string => (event.type === 'acted' ? event.text : event.type)

interface Desk extends Bench {
  seat: Seat
  /** Records texts while the network is away, then brings it back. */
  spell(texts: string[]): Promise<void>
  stored(): string[]
  /** What is kept as set aside in the browser's store. */
  kept(): Promise<string[]>
}

async function desk(): Promise<Desk> {
  const work = bench()
  const seat = await work.sit()
  work.api.refuses = isBad
  await work.time.until(() => seat.session.state().link === 'live', 5_000)
  return {
    ...work,
    seat,
    async spell(texts) {
      seat.network.faults.offline = true
      for (const text of texts) seat.session.record(said(text))
      await work.time.pass(2_000)
      seat.network.faults.offline = false
      for (const tell of [...seat.online]) tell()
      await work.time.until(() => seat.session.state().unsent === 0, 60_000)
      await work.time.pass(500)
    },
    stored: () => work.api.log(sessionId).map(({ event }) => textOf(event)),
    async kept() {
      const kept = await work.finish(readSetAside(seat.store, asidePrefix(member)))
      return kept.map(({ event }) => textOf(event))
    },
  }
}

describe('an event that the API refuses', () => {
  it.each([
    { where: 'first', texts: ['bad', 'a', 'b'] },
    { where: 'in the middle', texts: ['a', 'bad', 'b'] },
    { where: 'last', texts: ['a', 'b', 'bad'] },
    { where: 'several times', texts: ['bad 1', 'a', 'bad 2', 'bad 3', 'b'] },
    { where: 'all there is', texts: ['bad 1', 'bad 2', 'bad 3'] },
  ])('is set aside and holds up nothing: $where', async ({ texts }) => {
    const { spell, stored, kept, seat } = await desk()
    await spell(texts)
    const bad = texts.filter((text) => text.startsWith('bad'))
    expect(stored()).toEqual(texts.filter((text) => !text.startsWith('bad')))
    expect(await kept()).toEqual(bad)
    expect(seat.session.state()).toMatchObject({ unsent: 0, link: 'live', held: 'durable' })
    expect(seat.session.state().aside.map(({ event }) => textOf(event))).toEqual(bad)
    expect(seat.session.state().log.map(({ event }) => textOf(event))).toEqual(stored())
  })

  it('is set aside where it comes alone, with the reason and the time', async () => {
    const { seat, time, api } = await desk()
    seat.session.record(said('bad'))
    await time.until(() => seat.session.state().aside.length === 1, 5_000)
    const [one] = seat.session.state().aside
    expect(one).toMatchObject({ session: sessionId, reason: 'Not understood.', event: said('bad') })
    expect(Math.abs((one?.at ?? 0) - time.now())).toBeLessThan(5_000)
    expect(api.log(sessionId)).toEqual([])
  })

  it('takes nothing with it that followed: what no longer applies is stored as late', async () => {
    const { seat, api, time, finish } = await desk()
    api.refuses = ({ type }) => type === 'answered'
    seat.network.faults.offline = true
    seat.session.record({ type: 'answered', step: ['printer@2:power'], choice: 'on' })
    seat.session.record({ type: 'captured', step: ['printer@2:ping'], values: { ping: '3' } })
    seat.session.record(said('after it'))
    await time.pass(500)
    seat.network.faults.offline = false
    await finish(seat.session.flush().catch(() => undefined))
    await time.until(() => seat.session.state().unsent === 0, 60_000)
    expect(api.log(sessionId)).toMatchObject([
      { event: { type: 'captured' }, late: 'not_this_step' },
      { event: said('after it') },
    ])
    expect(seat.session.state().session.place?.frames[0]?.step).toBe('power')
  })

  it('is kept with its secrets replaced', async () => {
    const { spell, kept: keptTexts } = await desk()
    await spell(['bad password: Tr0ub4dor&3'])
    const kept = (await keptTexts()).join()
    expect(kept).toContain('[SECRET]')
    expect(kept).not.toContain('Tr0ub4dor')
  })

  it('is offered again by the next page, also where the last was killed before it went on', async () => {
    const { seat, time, reload, kept, stored } = await desk()
    seat.network.faults.offline = true
    for (const text of ['a', 'bad', 'b']) seat.session.record(said(text))
    await time.pass(500)
    seat.network.faults.offline = false
    for (const tell of [...seat.online]) tell()
    await time.until(() => seat.session.state().aside.length === 1, 60_000)
    await time.pass(20)
    await reload(seat)
    await time.until(() => seat.session.state().unsent === 0, 60_000)
    await time.until(() => seat.session.state().aside.length === 1, 60_000)
    expect(stored()).toEqual(['a', 'b'])
    expect(await kept()).toEqual(['bad'])
  })

  it('is not lost where the page is killed while it is being set aside', async () => {
    for (let wait = 0; wait <= 120; wait += 5) {
      const { seat, time, reload, kept, stored } = await desk()
      for (const text of ['bad', 'b']) seat.session.record(said(text))
      await time.pass(30)
      await time.pass(wait)
      await reload(seat)
      const done = () => seat.session.state().unsent === 0 && seat.session.state().aside.length === 1
      await time.until(done, 60_000)
      await time.pass(500)
      expect(stored()).toEqual(['b'])
      expect(await kept()).toEqual(['bad'])
    }
  })

  it('stays in the queue as long as it cannot be kept apart', async () => {
    const work = bench()
    const store = work.newStore()
    const seat = await work.sit(member, store)
    work.api.refuses = isBad
    seat.session.record(said('bad'))
    await work.time.pass(40)
    store.refuse(true)
    await work.time.until(() => seat.session.state().aside.length === 1, 10_000)
    await work.time.pass(2_000)
    expect(await work.finish(readSetAside(store, asidePrefix(member)))).toEqual([])
    expect(await store.contents()).toContain('/unsent/')
    store.refuse(false)
    await work.time.pass(10_000)
    expect(await work.finish(readSetAside(store, asidePrefix(member)))).toHaveLength(1)
    expect(await store.contents()).not.toContain('/unsent/')
  })

  it('makes those who wait for everything to be sent look again', async () => {
    const { seat, finish } = await desk()
    seat.session.record(said('a'))
    seat.session.record(said('bad'))
    await expect(finish(seat.session.flush())).rejects.toMatchObject({ code: 'invalid' })
    await finish(seat.session.flush())
    expect(seat.session.state()).toMatchObject({ unsent: 0 })
  })

  it('is not at fault where somebody else has signed in meanwhile', async () => {
    const { seat, time, stored, kept } = await desk()
    seat.network.signedInAs = '00000000-0000-4000-8000-0000000000bb'
    seat.session.record(said('a'))
    await time.until(() => seat.session.state().link === 'signed_out', 10_000)
    await time.pass(60_000)
    expect(await kept()).toEqual([])
    expect(seat.session.state().unsent).toBe(1)
    seat.network.signedInAs = member
    await time.until(() => seat.session.state().unsent === 0, 60_000)
    expect(stored()).toEqual(['a'])
  })
})

describe('an event that was set aside', () => {
  it('is stored once where it is sent again and the API takes it', async () => {
    const { spell, stored, kept, seat, api, finish, time } = await desk()
    await spell(['a', 'bad', 'b'])
    const id = seat.session.state().aside[0]?.event.id ?? ''
    api.refuses = () => false
    await finish(seat.session.tryAgain(id))
    await finish(seat.session.tryAgain(id))
    await time.pass(1_000)
    expect(stored()).toEqual(['a', 'b', 'bad'])
    expect(seat.session.state().aside).toEqual([])
    expect(await kept()).toEqual([])
  })

  it('is set aside anew where the API still refuses it, and lost by no kill on the way', async () => {
    for (let wait = 0; wait <= 100; wait += 10) {
      const { spell, kept, seat, reload, time, stored } = await desk()
      await spell(['bad', 'b'])
      seat.session.tryAgain(seat.session.state().aside[0]?.event.id ?? '').catch(() => undefined)
      await time.pass(wait)
      await reload(seat)
      const done = () => seat.session.state().unsent === 0 && seat.session.state().aside.length === 1
      await time.until(done, 60_000)
      expect(await kept()).toEqual(['bad'])
      expect(stored()).toEqual(['b'])
    }
  })

  it('is gone once it is dropped', async () => {
    const { spell, kept, seat, reload, time, finish } = await desk()
    await spell(['bad'])
    await finish(seat.session.drop(seat.session.state().aside[0]?.event.id ?? ''))
    expect(seat.session.state().aside).toEqual([])
    await reload(seat)
    await time.pass(5_000)
    expect(await kept()).toEqual([])
    expect(seat.session.state()).toMatchObject({ unsent: 0, aside: [] })
  })

  it('keeps its session from being forgotten, and is no reason to count it as unsent', async () => {
    const { spell, seat, finish, time, kept } = await desk()
    await spell(['bad'])
    seat.session.record({ type: 'concluded', outcome: 'resolved', words: 'Cable was loose' })
    await finish(seat.session.flush())
    await time.pass(1_000)
    seat.session.close()
    expect(await finish(sendHeldEvents(seat.page.deps, null))).toBe(0)
    await time.pass(400 * 86_400_000)
    expect(await finish(purgeSessions(seat.store, member, time, 14))).toBe(0)
    expect(await kept()).toEqual(['bad'])
  })
})
