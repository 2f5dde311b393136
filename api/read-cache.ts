import type { Clock } from '#api/ports/clock.ts'

/** Remembers one kind of what was read from elsewhere for a short while; two who ask at once share one read. */
export interface ReadCache<T> {
  get(key: string, forMs: number, read: () => Promise<T>): Promise<T>
  /** Forgets every key that starts with the prefix. */
  forget(prefix: string): void
}

const most = 5_000

/** An empty cache. Failed reads are not remembered; where there are too many, the oldest go first. */
export function createReadCache<T>(clock: Clock): ReadCache<T> {
  const held = new Map<string, { until: number; value: Promise<T> }>()
  return {
    async get(key, forMs, read) {
      const found = held.get(key)
      if (found !== undefined && found.until > clock.now()) return found.value
      held.delete(key)
      const [oldest] = held.keys()
      if (held.size >= most && oldest !== undefined) held.delete(oldest)
      const value = read()
      held.set(key, { until: clock.now() + forMs, value })
      value.catch(() => {
        if (held.get(key)?.value === value) held.delete(key)
      })
      return value
    },
    forget(prefix) {
      for (const key of held.keys()) if (key.startsWith(prefix)) held.delete(key)
    },
  }
}
