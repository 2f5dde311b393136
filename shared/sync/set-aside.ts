import type { SessionEvent } from '../session/event.ts'
import type { DurableStore, Surroundings } from './live-session.ts'
import type { SessionQueue } from './session-queue.ts'
import { readEvents } from './stored-shapes.ts'

/** Milliseconds after which a failed write is tried again. */
const retry = 5_000

/** An event that the API refused, kept in this browser until somebody sends it again or drops it. */
export interface SetAside {
  session: string
  /** As it was recorded, its secrets replaced. */
  event: SessionEvent
  /** The API's own sentence. */
  reason: string
  /** Milliseconds since 1970 when it was refused, by this machine. */
  at: number
}

/** Where a member's refused events lie; of all sessions where none is named. */
export const asidePrefix = (member: string, session?: string): string =>
  `${member}/aside/${session === undefined ? '' : `${session}/`}`

/** What was set aside under a prefix, in the order in which it happened. */
export async function readSetAside(store: DurableStore, prefix: string): Promise<SetAside[]> {
  const keys = await store.keys(prefix)
  const found = (await Promise.all(keys.map((key) => store.get(key)))).filter(isSetAside)
  return found.sort((a, b) => (a.event.at < b.event.at ? -1 : 1))
}

/** The refused events of one session, durable. An event stays until it is dropped or the API has it after all. */
export interface AsideEvents {
  /** Takes in what former visits and other pages set aside. */
  load(): Promise<void>
  all(): SetAside[]
  /** Keeps one; it leaves the queue of unsent events only once it is kept. */
  put(one: SetAside): void
  /** Says that one waits in the queue again, so that it stays there. */
  takeBack(id: string): SetAside | undefined
  /** Forgets those of the events that were set aside. Rejects where the store does. */
  remove(ids: string[]): Promise<void>
}

export function asideEvents(
  store: DurableStore,
  { after }: Pick<Surroundings, 'after'>,
  prefix: string,
  queue: Pick<SessionQueue, 'remove'>,
): AsideEvents {
  const kept = new Map<string, SetAside>()
  const queued = new Set<string>()

  async function write(one: SetAside): Promise<void> {
    const { id } = one.event
    try {
      await store.put(prefix + id, one)
      if (!kept.has(id)) await store.delete(prefix + id)
      if (!queued.has(id)) await queue.remove([id])
    } catch {
      after(retry, () => {
        if (kept.get(id) === one) void write(one)
      })
    }
  }

  return {
    async load() {
      for (const one of await readSetAside(store, prefix))
        if (!kept.has(one.event.id)) kept.set(one.event.id, one)
    },
    all: () => [...kept.values()],
    put(one) {
      kept.set(one.event.id, one)
      queued.delete(one.event.id)
      void write(one)
    },
    takeBack(id) {
      queued.add(id)
      return kept.get(id)
    },
    async remove(ids) {
      for (const id of ids) if (kept.delete(id)) await store.delete(prefix + id)
    },
  }
}

const isSetAside = (value: unknown): value is SetAside =>
  value instanceof Object &&
  'session' in value &&
  'reason' in value &&
  'event' in value &&
  readEvents([value.event]).length === 1
