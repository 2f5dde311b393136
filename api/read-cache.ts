import type { Clock } from '#api/ports/clock.ts'

/** Remembers what was read from elsewhere for a short while; two who ask at once share one read. */
export interface ReadCache {
  get<T>(key: string, forMs: number, read: () => Promise<T>): Promise<T>
  /** Forgets every key that starts with the prefix. */
  forget(prefix: string): void
}

const most = 5_000

/** An empty cache. Failed reads are not remembered. */
export function createReadCache(clock: Clock): ReadCache {
  const held = new Map<string, { until: number; value: Promise<unknown> }>()
  return {
    async get<T>(key: string, forMs: number, read: () => Promise<T>): Promise<T> {
      const found = held.get(key)
      // A key names one kind of value, so what lies under it is a T.
      if (found !== undefined && found.until > clock.now()) return found.value as Promise<T>
      if (held.size >= most) held.clear()
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
