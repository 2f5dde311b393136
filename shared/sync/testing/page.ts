import type { Client } from '../../client.ts'
import { cleanBody } from '../clean-body.ts'
import { connectSession } from '../connect-session.ts'
import type { DurableStore, Surroundings } from '../live-session.ts'
import type { SyncDeps } from '../open-session.ts'
import type { FaultyClient } from './faulty-network.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A page in a browser, which can be killed: from then on nothing of it runs, and nothing reaches it. */
export interface Page {
  deps: SyncDeps
  kill(): void
}

const never = new Promise<never>(() => undefined)

/** What a page gets from its surroundings, each dead once the page is. `clockError` is added to its clock. */
export function openPage(
  { client }: Pick<FaultyClient, 'client'>,
  store: DurableStore,
  member: string,
  time: VirtualTime,
  random: () => number,
  online: Set<() => void> = new Set(),
  clockError = 0,
): Page {
  let alive = true
  let count = 0
  const whileAlive = async <T>(work: Promise<T>): Promise<T> => {
    const [result] = await Promise.allSettled([work])
    if (!alive) return never
    if (result.status === 'rejected') throw result.reason
    return result.value
  }
  const guarded: Client = {
    call: (route, input) => (alive ? whileAlive(client.call(route, input)) : never),
    stream: (route, input, onEvent) =>
      whileAlive(
        client.stream(route, input, (event) => {
          if (alive) onEvent(event)
        }),
      ),
  }
  const surroundings: Surroundings = {
    now: () => time.now() + clockError,
    newId: () => uuid(time.now(), count++, random),
    random,
    after: (milliseconds, run) =>
      time.after(milliseconds, () => {
        if (alive) run()
      }),
    onOnline(run) {
      online.add(run)
      return () => online.delete(run)
    },
  }
  const guardedStore: DurableStore = {
    durable: store.durable,
    get: (key) => whileAlive(store.get(key)),
    put: (key, value) => whileAlive(store.put(key, value)),
    delete: (key) => whileAlive(store.delete(key)),
    keys: (prefix) => whileAlive(store.keys(prefix)),
  }
  return {
    deps: {
      client: guarded,
      store: guardedStore,
      surroundings,
      member,
      load: async () => cleanBody,
      connect: async () => connectSession,
    },
    kill() {
      alive = false
    },
  }
}

/** A UUIDv7 of the given time; the count keeps ids of one page in order. */
function uuid(now: number, count: number, random: () => number): string {
  const time = now.toString(16).padStart(12, '0')
  const low = (count % 0x1000).toString(16).padStart(3, '0')
  const rest = Array.from({ length: 3 }, () =>
    Math.floor(random() * 0x10000)
      .toString(16)
      .padStart(4, '0'),
  )
  return `${time.slice(0, 8)}-${time.slice(8)}-7${low}-8${rest[0]?.slice(1)}-${rest[1]}${rest[2]}${rest[0]}`
}
