import { describe, expect, it } from 'vitest'
import type { EventBody } from '../session/event.ts'
import { colleague } from '../session/testing/script.ts'
import { type Bench, bench, type Seat } from './testing/bench.ts'

const said = (text: string): EventBody => ({ type: 'acted', text })

async function liveSeat({ sit, time }: Bench, member?: string): Promise<Seat> {
  const seat = await sit(member)
  await time.until(() => seat.session.state().link === 'live', 5_000)
  return seat
}

const streamsAsked = ({ network }: Seat): number =>
  network.calls.filter((route) => route === 'streamSession').length

describe('following a session', () => {
  it('notices a stream that went silent within 45 seconds, and opens another', async () => {
    const work = bench()
    const seat = await liveSeat(work)
    const theirs = await liveSeat(work, colleague)
    seat.network.faults.streamsDead = true
    theirs.session.record(said('unheard'))
    await work.time.pass(30_000)
    expect(seat.session.state().log).toHaveLength(0)
    seat.network.faults.streamsDead = false
    seat.network.faults.offline = false
    await work.time.until(() => seat.session.state().log.length === 1, 20_000)
    expect(seat.session.state().link).toBe('live')
  })

  it('keeps one stream for as long as heartbeats come', async () => {
    const work = bench()
    const seat = await liveSeat(work)
    await work.time.pass(3_600_000)
    expect(streamsAsked(seat)).toBe(1)
    expect(seat.network.openStreams()).toBe(1)
  })

  it('polls where streams are refused, hears of others all the same, and returns to streams', async () => {
    const work = bench()
    const seat = await work.sit()
    const theirs = await liveSeat(work, colleague)
    seat.network.faults.streamsRefused = true
    seat.network.cutStreams()
    await work.time.until(() => seat.session.state().link === 'polling', 10_000)
    theirs.session.record(said('heard by polling'))
    await work.time.until(() => seat.session.state().log.length === 1, 10_000)
    seat.network.faults.streamsRefused = false
    await work.time.until(() => seat.session.state().link === 'live', 900_000)
  })

  it('polls where a proxy lets streams open but nothing through', async () => {
    const work = bench()
    const seat = await liveSeat(work)
    const theirs = await liveSeat(work, colleague)
    seat.network.faults.streamsDead = true
    seat.network.cutStreams()
    await work.time.until(() => seat.session.state().link === 'polling', 120_000)
    theirs.session.record(said('heard by polling'))
    await work.time.until(() => seat.session.state().log.length === 1, 10_000)
  })

  it('asks less and less often while offline, and at once when the network is back', async () => {
    const work = bench()
    const seat = await liveSeat(work)
    seat.network.faults.offline = true
    seat.network.cutStreams()
    await work.time.until(() => seat.session.state().link === 'offline', 30_000)
    await work.time.pass(3_600_000)
    seat.network.faults.offline = false
    for (const tell of seat.online) tell()
    await work.time.until(() => seat.session.state().link === 'live', 200)
  })

  it('loses nothing that happened between two streams', async () => {
    const work = bench()
    const seat = await liveSeat(work)
    const theirs = await liveSeat(work, colleague)
    for (let n = 0; n < 10; n++) {
      seat.network.cutStreams()
      theirs.session.record(said(`act ${n}`))
      await work.time.pass(400)
    }
    await work.time.until(() => seat.session.state().log.length === 10, 10_000)
  })

  it('asks for what is missing where news come out of order', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const work = bench(seed)
      const seat = await liveSeat(work)
      const theirs = await liveSeat(work, colleague)
      theirs.session.record(said('known from now on'))
      await work.time.pass(5_000)
      seat.network.faults.slowest = 3_000
      for (let n = 0; n < 5; n++) {
        theirs.session.record(said(`act ${n}`))
        await work.finish(theirs.session.flush())
      }
      await work.time.until(() => seat.session.state().log.length === 6, 12_000)
    }
  })

  it('stops asking once the session is closed', async () => {
    const work = bench()
    const seat = await liveSeat(work)
    seat.session.close()
    const { length } = seat.network.calls
    await work.time.pass(3_600_000)
    expect(seat.network.calls).toHaveLength(length)
    expect(seat.network.openStreams()).toBe(0)
    expect(seat.online.size).toBe(0)
  })

  it('spreads the return of many clients that were cut off together over time, none of it above 30 seconds', async () => {
    const work = bench()
    const seats: Seat[] = []
    for (let n = 0; n < 60; n++) seats.push(await liveSeat(work))
    const before = seats.map(streamsAsked)
    for (const seat of seats) seat.network.cutStreams()
    const back: number[] = []
    for (let slice = 0; slice < 300; slice++) {
      await work.time.pass(100)
      back.push(seats.filter((seat, n) => streamsAsked(seat) > (before[n] ?? 0)).length)
    }
    expect(back.at(-1)).toBe(seats.length)
    const most = Math.max(...back.map((count, n) => count - (back[n - 1] ?? 0)))
    expect(most).toBeLessThan(seats.length / 2)
    expect(seats.every(({ network }) => !network.calls.includes('getMe'))).toBe(true)
  })
})
