import { describe, expect, it } from 'vitest'
import type { EventBody } from '../session/event.ts'
import { eventOf } from '../session/testing/script.ts'
import type { DurableStore } from './live-session.ts'
import { memoryStore } from './memory-store.ts'
import { queuePrefix, sessionQueue } from './session-queue.ts'
import { bench, sessionId } from './testing/bench.ts'
import { virtualTime } from './testing/virtual-time.ts'

const said = (n: number): EventBody => ({ type: 'acted', text: `act ${n}` })
const event = (n: number) => eventOf(n, said(n))

function queueOn(store: DurableStore) {
  const time = virtualTime(0)
  const surroundings = { now: time.now, after: time.after, random: () => 0, newId: () => '' }
  return { time, queue: sessionQueue(store, surroundings, queuePrefix('m', 's'), () => undefined) }
}

describe('the queue of unsent events', () => {
  it('gives them back in the order in which they were added, over several visits', async () => {
    const store = memoryStore()
    const ids = [7, 3, 5]
    for (const n of ids) {
      const { queue } = queueOn(store)
      await queue.load()
      queue.add(event(n))
      await queue.written()
    }
    const left = await queueOn(store).queue.load()
    expect(left).toEqual(ids.map(event))
  })

  it('gives each event once, and not its own', async () => {
    const store = memoryStore()
    const mine = queueOn(store).queue
    const other = queueOn(store).queue
    mine.add(event(1))
    other.add(event(2))
    await Promise.all([mine.written(), other.written()])
    expect(await mine.load()).toEqual([event(2)])
    expect(await mine.load()).toEqual([])
  })

  it('leaves nothing of an event that is removed while it is being written', async () => {
    const store = memoryStore()
    const { queue } = queueOn(store)
    queue.add(event(1))
    await queue.remove([event(1).id])
    await queue.written()
    await Promise.resolve()
    expect(await store.keys('')).toEqual([])
  })

  it('does not hold up sending for a store that never answers', async () => {
    const { time, queue } = queueOn({ ...memoryStore(), put: () => new Promise(() => undefined) })
    queue.add(event(1))
    let written = false
    void queue.written().then(() => {
      written = true
    })
    await time.pass(999)
    expect(written).toBe(false)
    await time.pass(1)
    expect(written).toBe(true)
    expect(queue.unwritten()).toBe(1)
  })

  it('ignores what is no event', async () => {
    const store = memoryStore()
    await store.put(`${queuePrefix('m', 's')}00000001-x`, 'nonsense')
    expect(await queueOn(store).queue.load()).toEqual([])
  })
})

describe('two pages of one browser on the same session', () => {
  it('send what the other left behind when it was killed', async () => {
    const { sit, time, api } = bench()
    const first = await sit()
    const second = await sit(first.member, first.store)
    await time.pass(1_000)
    first.network.faults.offline = true
    first.session.record(said(1))
    await time.pass(250)
    first.page.kill()
    second.network.cutStreams()
    await time.until(() => api.log(sessionId).length === 1, 10_000)
    expect(second.session.state().log).toMatchObject([{ event: said(1) }])
  })

  it('store each act once though both send it', async () => {
    const { sit, time, api } = bench()
    const first = await sit()
    const second = await sit(first.member, first.store)
    await time.pass(1_000)
    for (const seat of [first, second]) {
      seat.network.faults.offline = true
      seat.network.cutStreams()
    }
    for (let n = 0; n < 5; n++) {
      first.session.record(said(n))
      second.session.record(said(100 + n))
    }
    await time.pass(60_000)
    for (const seat of [first, second]) {
      seat.network.faults.offline = false
      for (const tell of seat.online) tell()
    }
    const done = () => [first, second].every(({ session }) => session.state().unsent === 0)
    await time.until(done, 60_000)
    await time.pass(60_000)
    expect(api.log(sessionId)).toHaveLength(10)
    expect(first.session.state().log).toEqual(second.session.state().log)
  })
})
