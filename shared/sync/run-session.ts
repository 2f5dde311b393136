import { ApiError, type StreamEvent } from '../client.ts'
import type { PostView } from '../contracts/post.ts'
import type { EventBody, LogEntry } from '../session/event.ts'
import type { Advance } from '../session/session.ts'
import { followSession } from './follow-session.ts'
import { addUnsent, adoptEntries, type HeldLog, recordEvent } from './hold-log.ts'
import { keepSession } from './keep-session.ts'
import { linkOf } from './link-of.ts'
import type { LiveSession, LiveState } from './live-session.ts'
import type { SyncDeps } from './open-session.ts'
import { sendEvents } from './send-events.ts'
import type { SessionCache } from './session-cache.ts'
import { sessionPosts } from './session-posts.ts'
import { queuePrefix, sessionQueue } from './session-queue.ts'
import { isPost, readEntries } from './stored-shapes.ts'
import { loadRedaction, textCleaner } from './text-cleaner.ts'

export interface Beginning {
  held: HeldLog
  posts: PostView[]
  members: Record<string, string>
  /** Whether this is what the API said just now, rather than what was kept. */
  fresh: boolean
}

/** Runs a session on what is known of it: see `openSession`. */
export async function runSession(
  { client, store, surroundings, member, clock, load = loadRedaction }: SyncDeps,
  cache: SessionCache,
  beginning: Beginning,
): Promise<LiveSession> {
  let { held, members, fresh } = beginning
  const { header } = held.session
  const id = header.id
  const listeners = new Set<() => void>()
  let waiters: { resolve: () => void; reject: (error: unknown) => void }[] = []
  let link: LiveState['link'] = 'offline'
  let trouble: LiveState['link'] | null = null
  let closed = false
  let state: LiveState | undefined

  const changed = (): void => {
    state = undefined
    for (const listener of [...listeners]) listener()
  }
  const queue = sessionQueue(store, surroundings, queuePrefix(member, id), changed)
  const posts = sessionPosts(client, beginning.posts, () => {
    changed()
    keeper.keep([])
  })
  const keeper = keepSession(
    cache,
    queue,
    () => held,
    () => ({ posts: posts.all(), members, touched: surroundings.now() }),
    changed,
  )
  const cleaner = textCleaner(load, changed)

  function adopt(entries: LogEntry[]): void {
    const before = held.stored.length
    const { held: next, gap } = adoptEntries(held, entries)
    held = next
    if (held.stored.length > before) {
      keeper.keep(held.stored.slice(before))
      if (held.unsent.length === 0) allSent()
      changed()
    }
    // Where asking for the missing ones fails, a new stream brings them.
    if (gap && !closed) poll().catch(() => follower.poke())
    const strangers = entries.filter(({ event }) => !Object.hasOwn(members, event.by) && !asked.has(event.by))
    for (const { event } of strangers) asked.add(event.by)
    if (strangers.length > 0 && !closed) refresh().catch(() => undefined)
  }

  function allSent(): void {
    trouble = null
    for (const { resolve } of waiters) resolve()
    waiters = []
  }

  function failWaiters(error: unknown): void {
    for (const { reject } of waiters) reject(error)
    waiters = []
  }

  /** Everything anew: what may have changed while nobody listened, and the names of those who joined. */
  const asked = new Set<string>()
  let refreshing: Promise<void> | undefined
  function refresh(): Promise<void> {
    const before = posts.all()
    refreshing ??= client
      .call('getSession', { params: { id } })
      .then((view) => {
        fresh = true
        members = view.members
        posts.takeAnswers(view.posts, before)
        adopt(readEntries(view.log))
        changed()
      })
      .finally(() => {
        refreshing = undefined
      })
    return refreshing
  }

  async function poll(): Promise<void> {
    if (!fresh) await refresh()
    const query = { after: String(held.stored.length) }
    adopt(readEntries((await client.call('listEvents', { params: { id }, query })).entries))
    await posts.refresh(held.stored)
    await takeLeftovers()
  }

  /** Events in the store that this page does not know: left by a former visit or by another page. */
  async function takeLeftovers(): Promise<void> {
    const left = await queue.load().catch(() => [])
    if (left.length === 0) return
    held = addUnsent(held, left)
    const unsent = new Set(held.unsent.map((event) => event.id))
    await queue.remove(left.map((event) => event.id).filter((one) => !unsent.has(one))).catch(() => undefined)
    changed()
    sender.poke()
  }

  function onStreamEvent({ event, data }: StreamEvent): void {
    const value: unknown = event === 'entries' || event === 'post' ? JSON.parse(data) : null
    if (event === 'post' && isPost(value)) posts.take(value)
    if (event === 'entries' && typeof value === 'object' && value && 'entries' in value)
      adopt(readEntries(value.entries))
  }

  function onLink(next: LiveState['link']): void {
    if (next === 'live') {
      trouble = null
      sender.poke()
      catchUp().catch(() => undefined)
    }
    if (next !== link) {
      link = next
      changed()
    }
  }

  const catchUp = async (): Promise<void> => {
    await (fresh ? posts.refresh(held.stored) : refresh())
    await takeLeftovers()
  }

  const sender = sendEvents({
    client,
    surroundings,
    session: id,
    unsent: () => held.unsent,
    base: () => held.stored.length,
    written: () => queue.written(),
    adopt,
    onSent() {
      if (trouble) {
        trouble = null
        changed()
      }
    },
    onTrouble(error) {
      trouble = linkOf(error)
      failWaiters(error)
      changed()
    },
  })

  await takeLeftovers()
  keeper.keep(held.stored)
  const follower = followSession({
    client,
    surroundings,
    session: id,
    after: () => held.stored.length,
    onEvent: onStreamEvent,
    poll,
    onLink,
  })
  const stopOnline = surroundings.onOnline?.(() => {
    sender.poke()
    follower.poke()
  })

  return {
    id,
    state() {
      state ??= {
        session: held.session,
        closure: held.closure,
        log: held.log,
        unsent: held.unsent.length,
        held: store.durable && queue.unwritten() === 0 ? 'durable' : 'memory',
        link: trouble ?? link,
        posts: posts.all(),
        members,
        offlineReady: keeper.kept && cleaner.ready && (header.flow === null || held.closure !== null),
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
      const { held: next, advance } = recordEvent(held, event)
      if (!advance.ok) return advance
      held = next
      queue.add(event)
      changed()
      sender.poke()
      return advance
    },
    flush() {
      if (held.unsent.length === 0) return Promise.resolve()
      return new Promise((resolve, reject) => {
        waiters.push({ resolve, reject })
        sender.poke()
        if (link !== 'live' && link !== 'polling') follower.poke()
      })
    },
    close() {
      closed = true
      listeners.clear()
      stopOnline?.()
      follower.close()
      sender.close()
      failWaiters(new ApiError('offline', 'The session was closed before everything was sent; it is kept.'))
    },
  }
}
