import type { StartSession } from '../../contracts/session.ts'
import { printerClosure } from '../../session/testing/printer-flow.ts'
import { member as first, headerOf } from '../../session/testing/script.ts'
import type { DurableStore, LiveSession } from '../live-session.ts'
import { openSession } from '../open-session.ts'
import { type FaultyClient, faultyClient } from './faulty-network.ts'
import { openPage, type Page } from './page.ts'
import { type SimulatedApi, simulatedApi } from './simulated-api.ts'
import { type SlowStore, slowStore } from './slow-store.ts'
import { seededRandom, type VirtualTime, virtualTime } from './virtual-time.ts'

export const sessionId = '00000000-0000-4000-8000-000000000001'
export const start: StartSession = {
  id: sessionId,
  ticket: { id: 4711, kind: 'service' },
  flow: 'printer',
  at: '2026-11-24T09:00:00.000Z',
}

/** One member at one browser: a network of its own, a store, and the page that is open. */
export interface Seat {
  member: string
  network: FaultyClient
  store: DurableStore | SlowStore
  page: Page
  /** Listeners of the network's return. */
  online: Set<() => void>
  session: LiveSession
}

export interface Bench {
  time: VirtualTime
  random: () => number
  api: SimulatedApi
  /** Lets time pass until the promise is settled; the time it may take is generous. */
  finish<T>(work: Promise<T>): Promise<T>
  /** A page on the session, by id, on a new browser or on a given store. */
  sit(member?: string, store?: DurableStore): Promise<Seat>
  /** Kills the seat's page and opens the session on a new one over the same store. */
  reload(seat: Seat): Promise<void>
  newStore(): SlowStore
}

/** The API with one started session on a printer ticket, in virtual time with seeded chance. */
export function bench(seed = 1, slowestWrite = 20): Bench {
  const time = virtualTime(Date.UTC(2026, 10, 24, 9))
  const random = seededRandom(seed)
  const api = simulatedApi(printerClosure, headerOf())
  api.startSession(first, start)

  async function finish<T>(work: Promise<T>): Promise<T> {
    let settled = false
    const watched = work.finally(() => {
      settled = true
    })
    watched.catch(() => undefined)
    await time.until(() => settled, 600_000)
    return watched
  }

  const newStore = (): SlowStore => slowStore(time, random, slowestWrite)

  return {
    time,
    random,
    api,
    finish,
    newStore,
    async sit(member = first, store = newStore()) {
      const network = faultyClient(api, member, time, random)
      const online = new Set<() => void>()
      const page = openPage(network, store, member, time, random, online)
      const session = await finish(openSession(page.deps, sessionId))
      return { member, network, store, page, online, session }
    },
    async reload(seat) {
      seat.page.kill()
      seat.online.clear()
      seat.network.cutStreams()
      seat.page = openPage(seat.network, seat.store, seat.member, time, random, seat.online)
      seat.session = await finish(openSession(seat.page.deps, sessionId))
    },
  }
}
