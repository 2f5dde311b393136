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
export function openBrowserStore({ after }: Pick<Surroundings, 'after'>): Promise<DurableStore> {
  return new Promise((resolve) => {
    after(patience, () => resolve(memoryStore()))
    indexedDbStore().then(resolve, () => resolve(memoryStore()))
  })
}

async function indexedDbStore(): Promise<DurableStore> {
  let opening: Promise<IDBDatabase> | undefined
  const forget = (): void => {
    opening = undefined
  }

  /** One operation, done once its transaction is; the database is opened again where the browser had closed it. */
  async function run<T>(mode: IDBTransactionMode, work: (held: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    opening ??= openDatabase(forget)
    try {
      const transaction = (await opening).transaction(table, mode)
      const request = work(transaction.objectStore(table))
      return await new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result)
        transaction.onabort = () => reject(transaction.error)
      })
    } catch (error) {
      forget()
      throw error
    }
  }

  const store: DurableStore = {
    durable: true,
    get: (key) => run('readonly', (held) => held.get(key)),
    put: async (key, value) => void (await run('readwrite', (held) => held.put(value, key))),
    delete: (key) => run('readwrite', (held) => held.delete(key)),
    async keys(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      return (await run('readonly', (held) => held.getAllKeys(range))).map(String)
    },
  }
  await store.put('trial', 1)
  await store.delete('trial')
  return store
}

/** `onClosed` is called when the browser closes it, such as after "clear site data", or a later version needs it. */
function openDatabase(onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(table)
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      database.onclose = onClosed
      database.onversionchange = () => {
        database.close()
        onClosed()
      }
      resolve(database)
    }
  })
}
