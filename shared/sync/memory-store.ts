import type { DurableStore } from './live-session.ts'

/** A store that lasts as long as the page: for tests, and where a browser refuses storage. Values are copied. */
export function memoryStore(): DurableStore {
  const values = new Map<string, unknown>()
  return {
    durable: false,
    async get(key) {
      return structuredClone(values.get(key))
    },
    async put(key, value) {
      values.set(key, structuredClone(value))
    },
    async delete(key) {
      values.delete(key)
    },
    async keys(prefix) {
      return [...values.keys()].filter((key) => key.startsWith(prefix)).sort()
    },
  }
}
