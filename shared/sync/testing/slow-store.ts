import type { DurableStore } from '../live-session.ts'
import { memoryStore } from '../memory-store.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A browser's storage as the disk sees it: it outlives pages, takes time, and can refuse. */
export interface SlowStore extends DurableStore {
  /** From then on every write is refused, or again accepted. */
  refuse(refused: boolean): void
  /** All that is in it, as text: for looking for what must not be there. */
  contents(): Promise<string>
}

/** A durable store whose operations take up to so many milliseconds and whose writes take effect at their end. */
export function slowStore(time: VirtualTime, random: () => number, slowest: number): SlowStore {
  const inner = memoryStore()
  let refused = false
  const later = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      time.after(Math.ceil(random() * slowest), () => {
        work().then(resolve, reject)
      })
    })
  const orRefuse = (work: () => Promise<void>) => (): Promise<void> =>
    refused ? Promise.reject(new Error('storage is full')) : work()
  return {
    durable: true,
    get: (key) => later(() => inner.get(key)),
    put: (key, value) => later(orRefuse(() => inner.put(key, value))),
    delete: (key) => later(orRefuse(() => inner.delete(key))),
    keys: (prefix) => later(() => inner.keys(prefix)),
    refuse(now) {
      refused = now
    },
    async contents() {
      const keys = await inner.keys('')
      return JSON.stringify(await Promise.all(keys.map(async (key) => [key, await inner.get(key)])))
    },
  }
}
