import type { LogEntry } from '../session/event.ts'
import type { HeldLog } from './hold-log.ts'
import type { SessionCache } from './session-cache.ts'
import type { SessionQueue } from './session-queue.ts'
import type { StoredSession } from './stored-shapes.ts'

/** Keeps what the API said of a session, so that the session resumes without it. */
export interface Keeper {
  /** Whether all that was kept last is written. */
  readonly kept: boolean
  /** Writes new stored entries, then all else; only then do those entries leave the queue of unsent events. */
  keep(entries: LogEntry[]): void
}

/** `now` answers what to keep beside the log; `onKept` is called once, after the first write. */
export function keepSession(
  cache: SessionCache,
  queue: SessionQueue,
  held: () => HeldLog,
  now: () => Pick<StoredSession, 'posts' | 'members' | 'touched'>,
  onKept: () => void,
): Keeper {
  let kept = false
  let writing: Promise<unknown> = Promise.resolve()

  async function write(entries: LogEntry[]): Promise<void> {
    await cache.saveEntries(entries)
    const { closure, storedSession } = held()
    const { header, status } = storedSession
    await cache.save({ v: 1, header, ended: status === 'ended', ...now() }, closure)
    if (!kept) {
      kept = true
      onKept()
    }
  }

  return {
    get kept() {
      return kept
    },
    keep(entries) {
      // What could not be kept can be fetched again, so it leaves the queue all the same.
      writing = writing
        .then(() => write(entries))
        .catch(() => undefined)
        .then(() => queue.remove(entries.map(({ event }) => event.id)))
        .catch(() => undefined)
    },
  }
}
