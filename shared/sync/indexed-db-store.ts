import { type IDBPDatabase, openDB } from 'idb'
import type { DurableStore, Surroundings } from './live-session.ts'
import { memoryStore } from './memory-store.ts'

const databaseName = 'resolutionflow'
const table = 'held'
/** Some browsers never answer when storage is blocked: after this many milliseconds it counts as refused. */
const patience = 3_000

/**
 * Opens this origin's IndexedDB as a store, after a trial write. Where the browser refuses storage, throws or does
 * not answer, the store is memory and says so by `durable`. What is written outlives the page and the browser, but
 * not a power cut within seconds.
 */
export async function openBrowserStore({ after }: Pick<Surroundings, 'after'>): Promise<DurableStore> {
  return new Promise((resolve) => {
    const stop = after(patience, () => resolve(memoryStore()))
    openIndexedDb()
      .catch(memoryStore)
      .then((store) => {
        stop()
        resolve(store)
      })
  })
}

async function openIndexedDb(): Promise<DurableStore> {
  let opened: Promise<IDBPDatabase> | undefined
  const forget = (): void => {
    opened = undefined
  }
  /** Opened again where the browser closed it, such as after "clear site data" or for another tab's upgrade. */
  const database = (): Promise<IDBPDatabase> => {
    if (opened) return opened
    const opening = openDB(databaseName, 1, {
      upgrade: (db) => void db.createObjectStore(table),
      blocking: (_version, _blocked, event) => {
        forget()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: forget,
    })
    opened = opening
    opening.catch(forget)
    return opening
  }
  const store: DurableStore = {
    durable: true,
    get: async (key) => (await database()).get(table, key),
    put: async (key, value) => void (await (await database()).put(table, value, key)),
    delete: async (key) => (await database()).delete(table, key),
    async keys(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      return (await (await database()).getAllKeys(table, range)).map(String)
    },
  }
  const trial = `trial/${databaseName}`
  await store.put(trial, 1)
  await store.delete(trial)
  return store
}
