import type { SessionEvent } from '../session/event.ts'
import type { DurableStore, Surroundings } from './live-session.ts'
import { inKey } from './session-cache.ts'
import { readEvents } from './stored-shapes.ts'

/** Milliseconds that sending waits for a write, and after which a failed one is tried again. */
const patience = 1_000
const retry = 5_000

/** Where a member's unsent events of a session lie. */
export const queuePrefix = (member: string, session: string): string => `${member}/unsent/${session}/`

/** One member's unsent events of one session, durable; shared by every page of this browser. */
export interface SessionQueue {
  /** Events in the store that this queue does not know yet: left by a former visit, or by another page. */
  load(): Promise<SessionEvent[]>
  /** Writes an event; writes are made one after the other, so a killed page loses none but the last. */
  add(event: SessionEvent): void
  remove(ids: string[]): Promise<void>
  /** Resolves when all that was added is written, or the store has failed or kept silent for a second. */
  written(): Promise<void>
  /** Events held in memory alone, since the store failed or does not answer. */
  unwritten(): number
}

/** The queue of one member and session. `onChange` is called when `unwritten()` changes. */
export function sessionQueue(
  store: DurableStore,
  surroundings: Surroundings,
  prefix: string,
  onChange: () => void,
): SessionQueue {
  const keys = new Map<string, string>()
  const waiting = new Map<string, SessionEvent>()
  let ordinal = 0
  let late = 0
  let writing: Promise<void> | undefined
  let stopRetry = (): void => undefined

  const setLate = (count: number): void => {
    if (late === count) return
    late = count
    onChange()
  }

  const write = async (): Promise<void> => {
    stopRetry()
    for (const [id, event] of waiting) {
      const key = keys.get(id)
      try {
        if (key !== undefined) await store.put(key, event)
        waiting.delete(id)
        if (key !== undefined && !keys.has(id)) await store.delete(key)
      } catch {
        setLate(waiting.size)
        stopRetry = surroundings.after(retry, start)
        return
      }
    }
    setLate(0)
  }

  const start = (): void => {
    writing ??= write().finally(() => {
      writing = undefined
    })
  }

  return {
    async load() {
      const found = (await store.keys(prefix)).filter((key) => !keys.has(key.slice(-36)))
      ordinal = Math.max(ordinal, ...found.map((key) => Number.parseInt(key.slice(prefix.length), 10) || 0))
      for (const key of found) keys.set(key.slice(-36), key)
      return readEvents(await Promise.all(found.map((key) => store.get(key))))
    },
    add(event) {
      keys.set(event.id, `${prefix}${inKey(++ordinal)}-${event.id}`)
      waiting.set(event.id, event)
      start()
    },
    async remove(ids) {
      for (const id of ids) {
        const key = keys.get(id)
        keys.delete(id)
        waiting.delete(id)
        if (key !== undefined) await store.delete(key)
      }
    },
    async written() {
      if (writing === undefined) return
      await new Promise<void>((resolve) => {
        const stop = surroundings.after(patience, () => {
          setLate(waiting.size)
          resolve()
        })
        writing?.then(() => {
          stop()
          resolve()
        })
      })
    },
    unwritten: () => late,
  }
}
