import type { BrowserStorage, StorageArea } from './storage-area.ts'

type Listener = Parameters<BrowserStorage['onChanged']['addListener']>[0]
type Changes = Parameters<Listener>[0]

/** An area in memory that shows all it holds. */
interface MemoryArea extends StorageArea {
  held(): Record<string, unknown>
}

/** `session` and `local` storage with their common sign of change. */
export function memoryStorage(): BrowserStorage & { session: MemoryArea; local: MemoryArea } {
  const listeners = new Set<Listener>()
  const area = (name: string): MemoryArea => {
    const values = new Map<string, unknown>()
    const tell = (changes: Changes): void => {
      for (const listener of listeners) listener(changes, name)
    }
    return {
      get: async (key) => (values.has(key) ? { [key]: structuredClone(values.get(key)) } : {}),
      async set(given) {
        for (const [key, value] of Object.entries(given)) values.set(key, structuredClone(value))
        tell(Object.fromEntries(Object.entries(given).map(([key, newValue]) => [key, { newValue }])))
      },
      async remove(keys) {
        const gone = [keys].flat().filter((key) => values.delete(key))
        if (gone.length > 0) tell(Object.fromEntries(gone.map((key) => [key, {}])))
      },
      held: () => Object.fromEntries(values),
    }
  }
  return {
    session: area('session'),
    local: area('local'),
    onChanged: { addListener: (listener: Listener) => void listeners.add(listener) },
  }
}
