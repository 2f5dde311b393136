import { ApiError, type StreamEvent } from '../client.ts'
import type { LogEntry, SessionEvent } from '../session/event.ts'
import { followSession } from './follow-session.ts'
import { addUnsent, adoptEntries, withoutUnsent } from './hold-log.ts'
import { keepSession } from './keep-session.ts'
import { linkOf } from './link-of.ts'
import type { LiveSession, LiveState } from './live-session.ts'
import type { SyncDeps } from './open-session.ts'
import type { RunningSession } from './running-session.ts'
import { sendEvents } from './send-events.ts'
import { isPost, sessionPosts } from './session-posts.ts'
import { asideEvents, asidePrefix } from './set-aside.ts'
import { readEntries } from './stored-shapes.ts'

/** Milliseconds that sending leaves the page to what was just done: two frames, in which the next step is painted. */
const paintFirst = 32

/** What keeps a running session and the API in step. */
export interface Connection extends Pick<LiveSession, 'flush' | 'tryAgain' | 'drop' | 'close'> {
  /** Sends what is unsent, once the page has shown what was done. */
  send(): void
}

interface Waiter {
  /** How many events had been refused when the waiting began. */
  refused: number
  resolve(): void
  reject(error: unknown): void
}

/** Sends what is unsent, follows what others do and keeps what is heard, until closed. */
export function connectSession(
  { client, store, surroundings, member }: SyncDeps,
  here: RunningSession,
): Connection {
  const { id, queue, changed } = here
  let waiters: Waiter[] = []
  let refused = 0
  let stopSending: (() => void) | undefined

  const posts = sessionPosts(client, here.posts, () => {
    here.posts = posts.all()
    changed()
    keeper.keep([])
  })
  const keeper = keepSession(
    here.cache,
    queue,
    () => here.held,
    () => ({ posts: here.posts, members: here.members, touched: surroundings.now() }),
    () => {
      here.kept = true
      changed()
    },
  )
  const aside = asideEvents(store, surroundings, asidePrefix(member, id), queue)
  const showAside = (): void => {
    here.aside = aside.all()
    changed()
  }

  function adopt(entries: LogEntry[]): void {
    const before = here.held.stored.length
    const { held, gap } = adoptEntries(here.held, entries)
    here.held = held
    if (held.stored.length > before) {
      const fresh = held.stored.slice(before)
      keeper.keep(fresh)
      forgetAside(fresh)
      if (held.unsent.length === 0) settle()
      changed()
    }
    // Where asking for the missing ones fails, a new stream brings them.
    if (gap && !here.closed) poll().catch(() => follower.poke())
    const strangers = entries.filter(
      ({ event }) => !Object.hasOwn(here.members, event.by) && !asked.has(event.by),
    )
    for (const { event } of strangers) asked.add(event.by)
    if (strangers.length > 0 && !here.closed) refresh().catch(() => undefined)
  }

  /** Nothing is unsent any more: those who wait hear whether all of it was taken. */
  function settle(): void {
    here.trouble = null
    for (const one of waiters) {
      if (one.refused === refused) one.resolve()
      else
        one.reject(
          new ApiError('invalid', 'Not everything was taken. Look over what is left, and try again.'),
        )
    }
    waiters = []
  }

  function failWaiters(error: unknown): void {
    for (const { reject } of waiters) reject(error)
    waiters = []
  }

  /** What the API has after all is no longer set aside. */
  function forgetAside(entries: LogEntry[]): void {
    if (aside.all().length === 0) return
    aside.remove(entries.map(({ event }) => event.id)).catch(() => undefined)
    showAside()
  }

  function setAside(event: SessionEvent, reason: string): void {
    refused++
    aside.put({ session: id, event, reason, at: surroundings.now() })
    here.held = withoutUnsent(here.held, event.id)
    if (here.held.unsent.length === 0) settle()
    showAside()
  }

  /** Events refused because somebody else has signed in meanwhile are not at fault. */
  async function checkMember(): Promise<void> {
    const me = await client.call('getMe')
    if (me.member.id !== member) throw new ApiError('not_signed_in', 'Somebody else is signed in.')
  }

  /** Everything anew: what may have changed while nobody listened, and the names of those who joined. */
  const asked = new Set<string>()
  let refreshing: Promise<void> | undefined
  function refresh(): Promise<void> {
    const before = posts.all()
    refreshing ??= client
      .call('getSession', { params: { id } })
      .then((view) => {
        here.fresh = true
        here.members = view.members
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
    if (!here.fresh) await refresh()
    const query = { after: String(here.held.stored.length) }
    adopt(readEntries((await client.call('listEvents', { params: { id }, query })).entries))
    await posts.refresh(here.held.stored)
    await here.takeLeftovers()
  }

  function onStreamEvent({ event, data }: StreamEvent): void {
    const value: unknown = event === 'entries' || event === 'post' ? JSON.parse(data) : null
    if (event === 'post' && isPost(value)) posts.take(value)
    if (event === 'entries' && typeof value === 'object' && value && 'entries' in value)
      adopt(readEntries(value.entries))
  }

  function onLink(next: LiveState['link']): void {
    if (next === 'live') {
      here.trouble = null
      sender.poke()
      catchUp().catch(() => undefined)
    }
    if (next !== here.link) {
      here.link = next
      changed()
    }
  }

  const catchUp = async (): Promise<void> => {
    await (here.fresh ? posts.refresh(here.held.stored) : refresh())
    await here.takeLeftovers()
  }

  const sender = sendEvents({
    client,
    surroundings,
    session: id,
    unsent: () => here.held.unsent,
    base: () => here.held.stored.length,
    written: () => queue.written(),
    adopt,
    checkMember,
    setAside,
    onSent() {
      if (here.trouble) {
        here.trouble = null
        changed()
      }
    },
    onTrouble(error) {
      const trouble = linkOf(error)
      failWaiters(error)
      if (trouble === here.trouble) return
      here.trouble = trouble
      changed()
    },
  })
  const follower = followSession({
    client,
    surroundings,
    session: id,
    after: () => here.held.stored.length,
    onEvent: onStreamEvent,
    poll,
    onLink,
  })
  const stopOnline = surroundings.onOnline?.(() => {
    sender.poke()
    follower.poke()
  })
  keeper.keep(here.held.stored)
  aside.load().then(
    () => forgetAside(here.held.stored),
    () => undefined,
  )
  sender.poke()

  return {
    send() {
      stopSending ??= surroundings.after(paintFirst, () => {
        stopSending = undefined
        sender.poke()
      })
    },
    flush() {
      if (here.held.unsent.length === 0) return Promise.resolve()
      return new Promise((resolve, reject) => {
        if (here.closed) return reject(closedEarly())
        waiters.push({ refused, resolve, reject })
        sender.poke()
        if (here.link !== 'live' && here.link !== 'polling') follower.poke()
      })
    },
    async tryAgain(event) {
      await aside.load().catch(() => undefined)
      const back = aside.takeBack(event)
      if (!back) return
      here.held = addUnsent(here.held, [back.event])
      queue.add(back.event)
      changed()
      await this.flush()
    },
    async drop(event) {
      await aside.load().catch(() => undefined)
      await aside.remove([event])
      await queue.remove([event])
      showAside()
    },
    close() {
      stopOnline?.()
      stopSending?.()
      follower.close()
      sender.close()
      failWaiters(closedEarly())
    },
  }
}

const closedEarly = (): ApiError =>
  new ApiError('offline', 'The session was closed before everything was sent; it is kept.')
