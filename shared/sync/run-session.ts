import { ApiError } from '../client.ts'
import type { EventBody } from '../session/event.ts'
import type { Advance } from '../session/session.ts'
import type { Connection } from './connect-session.ts'
import { addUnsent, recordEvent } from './hold-log.ts'
import type { LiveSession, LiveState } from './live-session.ts'
import type { SyncDeps } from './open-session.ts'
import type { Beginning, RunningSession } from './running-session.ts'
import type { SessionCache } from './session-cache.ts'
import { queuePrefix, sessionQueue } from './session-queue.ts'
import { loadRedaction, textCleaner } from './text-cleaner.ts'

/** Milliseconds after which the code that talks to the API is fetched again, where it did not come. */
const fetchAgain = 3_000

/** Fetches what sends and follows: the first step needs none of it. */
export const loadConnection = async () => (await import('./connect-session.ts')).connectSession

/** Runs a session on what is known of it: see `openSession`. Sending and following begin once their code is here. */
export async function runSession(
  deps: SyncDeps,
  cache: SessionCache,
  beginning: Beginning,
): Promise<LiveSession> {
  const { store, surroundings, member, clock, load = loadRedaction, connect = loadConnection } = deps
  const { header } = beginning.held.session
  const listeners = new Set<() => void>()
  let state: LiveState | undefined
  let connecting: Promise<Connection> | undefined
  let connection: Connection | undefined
  let stopFetching = (): void => undefined

  const changed = (): void => {
    state = undefined
    for (const listener of [...listeners]) listener()
  }

  async function takeLeftovers(): Promise<void> {
    const left = await queue.load().catch(() => [])
    if (left.length === 0) return
    here.held = addUnsent(here.held, left)
    const unsent = new Set(here.held.unsent.map((event) => event.id))
    await queue.remove(left.map((event) => event.id).filter((one) => !unsent.has(one))).catch(() => undefined)
    changed()
    connection?.send()
  }

  const queue = sessionQueue(store, surroundings, queuePrefix(member, header.id), changed)
  const cleaner = textCleaner(load, changed)
  const here: RunningSession = {
    ...beginning,
    id: header.id,
    queue,
    cache,
    aside: [],
    link: 'offline',
    trouble: null,
    kept: false,
    closed: false,
    changed,
    takeLeftovers,
  }

  function connected(): Promise<Connection> {
    stopFetching()
    connecting ??= connect().then(
      (connectSession) => {
        if (here.closed) throw new ApiError('offline', 'The session is closed; what is unsent is kept.')
        connection = connectSession(deps, here)
        return connection
      },
      () => {
        connecting = undefined
        if (!here.closed) stopFetching = surroundings.after(fetchAgain, start)
        throw new ApiError('offline', 'Not everything has loaded yet. Try again in a moment.')
      },
    )
    return connecting
  }
  const start = (): void => void connected().catch(() => undefined)

  await takeLeftovers()
  start()

  return {
    id: here.id,
    state() {
      const { held, aside, posts, members } = here
      state ??= {
        session: held.session,
        closure: held.closure,
        log: held.log,
        unsent: held.unsent.length,
        aside: aside.filter((one) => !held.unsent.some(({ id }) => id === one.event.id)),
        held: store.durable && queue.unwritten() === 0 ? 'durable' : 'memory',
        link: here.trouble ?? here.link,
        posts,
        members,
        offlineReady: here.kept && cleaner.ready && (header.flow === null || held.closure !== null),
      }
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    record(body: EventBody): Advance {
      const at = new Date(surroundings.now() + (clock?.offset() ?? 0)).toISOString()
      const event = { ...cleaner.clean(body), id: surroundings.newId(), v: 1, at, by: member } as const
      const { held: next, advance } = recordEvent(here.held, event)
      if (!advance.ok) return advance
      here.held = next
      queue.add(event)
      changed()
      connection?.send()
      return advance
    },
    textsTaken: () => (cleaner.ready ? null : cleaner.load()),
    flush: () => (here.held.unsent.length === 0 ? Promise.resolve() : connected().then((one) => one.flush())),
    tryAgain: (event) => connected().then((one) => one.tryAgain(event)),
    drop: (event) => connected().then((one) => one.drop(event)),
    close() {
      here.closed = true
      listeners.clear()
      stopFetching()
      connection?.close()
    },
  }
}
