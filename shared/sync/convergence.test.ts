import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../session/fold.ts'
import { printerClosure } from '../session/testing/printer-flow.ts'
import { colleague, member } from '../session/testing/script.ts'
import { testRuns } from '../testing/test-runs.ts'
import { memoryStore } from './memory-store.ts'
import { asidePrefix, readSetAside } from './set-aside.ts'
import { type Bench, bench, type Seat, sessionId } from './testing/bench.ts'
import { noFaults } from './testing/faulty-network.ts'
import { randomAct } from './testing/random-act.ts'

/** What a technician saw accepted: it must be in the log, unless the page was killed before it was stored. */
interface Accepted {
  id: string
  seat: Seat
  at: number
}

/** Longest stretch of work that killing a page may lose, in milliseconds. */
const mayBeLost = 250

/** Refused by the API in some runs: about one event in six, of any kind. */
const isMarked = ({ id }: { id: string }): boolean => Number.parseInt(id.slice(-6), 16) % 6 === 0

class Run {
  readonly bench: Bench
  readonly seats: Seat[] = []
  accepted: Accepted[] = []

  constructor(seed: number) {
    this.bench = bench(seed, 40)
  }

  get random(): () => number {
    return this.bench.random
  }

  /** Two or three browsers or pages: of two members, with storage or without, two of them sharing one browser. */
  async sit(): Promise<void> {
    const { sit, newStore } = this.bench
    const shared = newStore()
    this.seats.push(await sit(member, shared))
    this.seats.push(await sit(colleague, this.random() < 0.3 ? memoryStore() : newStore()))
    if (this.random() < 0.6) this.seats.push(await sit(member, shared))
  }

  act(seat: Seat): void {
    const body = randomAct(seat.session.state(), this.random)
    if (!seat.session.record(body).ok) return
    const last = seat.session.state().log.at(-1)
    if (last) this.accepted.push({ id: last.event.id, seat, at: this.bench.time.now() })
  }

  /** Acts that were only in the killed page's memory: said so, or younger than what may be lost. */
  async kill(seat: Seat): Promise<void> {
    const { time, reload, api } = this.bench
    const inMemory = seat.session.state().held === 'memory'
    const there = new Set(api.log(sessionId).map(({ event }) => event.id))
    this.accepted = this.accepted.filter(
      (one) => one.seat !== seat || there.has(one.id) || !(inMemory || time.now() - one.at <= mayBeLost),
    )
    await reload(seat).catch(() => {
      // Where nothing could be kept, the session opens again once the API can be reached.
      seat.network.faults = { ...noFaults }
      return reload(seat)
    })
  }

  /** Something goes wrong, or right again, for one seat. */
  disturb(seat: Seat): void {
    const { faults } = seat.network
    const share = (): number => (this.random() < 0.5 ? 0 : this.random() * 0.4)
    seat.network.faults = {
      ...faults,
      offline: this.random() < 0.25,
      signedOut: this.random() < 0.1,
      tooOld: this.random() < 0.05,
      streamsDead: this.random() < 0.2,
      streamsRefused: this.random() < 0.2,
      lostBefore: share(),
      lostAfter: share(),
      silent: share() / 2,
      repeated: share(),
      unavailable: share(),
      slowest: this.random() < 0.5 ? 50 : 3_000,
    }
    if ('refuse' in seat.store) seat.store.refuse(this.random() < 0.15)
    if (this.random() < 0.5) seat.network.cutStreams()
    if (!seat.network.faults.offline) for (const tell of [...seat.online]) tell()
  }

  async go(steps: number): Promise<void> {
    for (let n = 0; n < steps; n++) {
      const seat = this.seats[Math.floor(this.random() * this.seats.length)]
      if (!seat) continue
      const chance = this.random()
      if (chance < 0.7) this.act(seat)
      else if (chance < 0.9) this.disturb(seat)
      else await this.kill(seat)
      const quick = this.random() < 0.5
      await this.bench.time.pass(Math.ceil(this.random() * (quick ? 300 : 20_000)))
    }
  }

  /** Ids of what was set aside, over all members and browsers. */
  async setAside(): Promise<string[]> {
    const places = new Map(this.seats.map(({ store, member: by }) => [store, by]))
    const found = [...places].map(([store, by]) => readSetAside(store, asidePrefix(by)))
    return (await this.bench.finish(Promise.all(found))).flat().map(({ event }) => event.id)
  }

  /** All networks good again; what is in storage is sent by whoever opens the session next. */
  async heal(): Promise<void> {
    const { time, api } = this.bench
    for (const seat of this.seats) {
      seat.network.faults = { ...noFaults }
      if ('refuse' in seat.store) seat.store.refuse(false)
      for (const tell of [...seat.online]) tell()
    }
    const done = (): boolean =>
      this.seats.every(({ session }) => {
        const { unsent, log, link } = session.state()
        return unsent === 0 && link === 'live' && log.length === api.log(sessionId).length
      })
    await time.until(done, 120_000).catch(() => undefined)
    await time.pass(60_000)
    const states = this.seats.map(({ session }) => {
      const { unsent, log, link, held } = session.state()
      return { unsent, log: log.length, link, held }
    })
    if (!done()) throw new Error(`${api.log(sessionId).length} stored; ${JSON.stringify(states)}`)
  }
}

describe('pages on one session over bad networks', () => {
  it('end with one log, every act in it once, and none that was accepted missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const run = new Run(seed)
        await run.sit()
        await run.go(40)
        await run.heal()
        const log = run.bench.api.log(sessionId)
        const ids = log.map(({ event }) => event.id)
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1))
        expect(new Set(ids).size).toBe(ids.length)
        expect(run.accepted.filter(({ id }) => !ids.includes(id))).toEqual([])
        for (const { session } of run.seats) {
          const state = session.state()
          expect(state.log).toEqual(log)
          expect(state.session).toEqual(fold(state.session.header, printerClosure, log))
        }
      }),
      { numRuns: testRuns(60), endOnFailure: true },
    )
  }, 600_000)

  it('store every act that the API takes once, and set each that it refuses aside once', async () => {
    let refusals = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const run = new Run(seed)
        run.bench.api.refuses = isMarked
        await run.sit()
        await run.go(40)
        await run.heal()
        const log = run.bench.api.log(sessionId)
        const ids = log.map(({ event }) => event.id)
        const aside = await run.setAside()
        refusals += aside.length
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(aside).size).toBe(aside.length)
        expect(ids.filter((id) => isMarked({ id }))).toEqual([])
        expect(aside.filter((id) => !isMarked({ id }))).toEqual([])
        const missing = run.accepted.filter(({ id }) => !(isMarked({ id }) ? aside : ids).includes(id))
        expect(missing).toEqual([])
        for (const { session } of run.seats) {
          const state = session.state()
          expect(state.log).toEqual(log)
          expect(state.session).toEqual(fold(state.session.header, printerClosure, log))
        }
      }),
      { numRuns: testRuns(60), endOnFailure: true },
    )
    expect(refusals).toBeGreaterThan(10)
  }, 600_000)
})
