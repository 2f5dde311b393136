import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOffset, keptClock } from './clock-offset.ts'
import { measureClock } from './measure-clock.ts'
import { memoryStore } from './memory-store.ts'
import { openSession } from './open-session.ts'
import { bench, sessionId } from './testing/bench.ts'
import { openPage } from './testing/page.ts'

describe('the clock offset', () => {
  it('is none until something was measured', () => {
    expect(clockOffset().offset()).toBe(0)
  })

  it('is the fastest answer’s, whatever came before or after it', () => {
    const clock = clockOffset()
    clock.sample(1_000, 3_000, 62_500)
    clock.sample(5_000, 5_040, 65_020)
    clock.sample(6_000, 8_000, 67_900)
    expect(clock.offset()).toBe(60_000)
  })

  it('follows a clock that was set meanwhile', () => {
    const clock = clockOffset()
    clock.sample(1_000, 1_010, 61_005)
    clock.sample(70_000, 70_400, 70_200)
    expect(clock.offset()).toBe(0)
  })

  it('is off by no more than half the way there and back of the best sample', () => {
    const way = fc.record({ there: fc.nat(5_000), back: fc.nat(5_000) })
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.array(way, { minLength: 1 }), (truth, ways) => {
        const clock = clockOffset()
        let now = 1_000_000
        for (const { there, back } of ways) {
          clock.sample(now, now + there + back, now + there + truth)
          now += there + back + 10
        }
        const best = Math.min(...ways.map(({ there, back }) => there + back))
        expect(Math.abs(clock.offset() - truth)).toBeLessThanOrEqual(best / 2 + 1)
      }),
    )
  })

  it('corrects the time of events recorded on a machine whose clock is wrong', async () => {
    const { sit, time, random, newStore, finish, api } = bench()
    const seat = await sit()
    const page = openPage(seat.network, newStore(), seat.member, time, random, new Set(), -3_600_000)
    const clock = clockOffset()
    await finish(measureClock(page.deps.client, page.deps.surroundings, clock, page.deps.store))
    const session = await finish(openSession({ ...page.deps, clock }, sessionId))
    const now = time.now()
    session.record({ type: 'acted', text: 'Rebooted' })
    await finish(session.flush())
    const at = Date.parse(api.log(sessionId)[0]?.event.at ?? '')
    expect(Math.abs(at - now)).toBeLessThan(100)
  })

  it('is known again on the next visit, without a network', async () => {
    const { sit, finish } = bench()
    const { page } = await sit()
    const store = memoryStore()
    const behind = { now: () => page.deps.surroundings.now() - 60_000 }
    await finish(measureClock(page.deps.client, behind, clockOffset(), store))
    const offset = (await keptClock(store)).offset()
    expect(Math.abs(offset - 60_000)).toBeLessThan(100)
    expect((await keptClock(memoryStore())).offset()).toBe(0)
  })

  it('stays as it is where no answer comes', async () => {
    const { sit, finish } = bench()
    const seat = await sit()
    seat.network.faults.offline = true
    const clock = clockOffset()
    await finish(measureClock(seat.page.deps.client, seat.page.deps.surroundings, clock, seat.store))
    expect(clock.offset()).toBe(0)
  })
})
