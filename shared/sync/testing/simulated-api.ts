import { ApiError } from '../../client.ts'
import type { PostView } from '../../contracts/post.ts'
import type { SessionView, StartSession } from '../../contracts/session.ts'
import type { FlowClosure } from '../../flow/flow.ts'
import { appendEvents } from '../../session/append.ts'
import type { LogEntry, SessionEvent } from '../../session/event.ts'
import { fold } from '../../session/fold.ts'
import { redactEvent } from '../../session/redact-event.ts'
import type { Log, SessionHeader } from '../../session/session.ts'

interface Stored {
  header: SessionHeader
  closure: FlowClosure | null
  log: Log
  posts: PostView[]
  listeners: Set<(name: string, data: unknown) => void>
}

/** What the API does with sessions, in memory: the same rule of appending, no network of its own. */
export interface SimulatedApi {
  /** Events that are refused, and with them all that is sent along. */
  refuses: (event: SessionEvent) => boolean
  log(session: string): Log
  startSession(member: string, body: StartSession): SessionView
  view(session: string): SessionView
  append(member: string, session: string, base: number, events: SessionEvent[]): LogEntry[]
  after(session: string, seq: number): LogEntry[]
  post(id: string): PostView
  /** Accepts or moves a post; accepting appends its event. */
  setPost(post: PostView): void
  /** Hears of each append and post from then on; returns what stops it. */
  listen(session: string, listener: (name: string, data: unknown) => void): () => void
}

export function simulatedApi(closure: FlowClosure, header: SessionHeader): SimulatedApi {
  const sessions = new Map<string, Stored>()

  const find = (id: string): Stored => {
    const found = sessions.get(id)
    if (!found) throw new ApiError('not_found', 'No such session.', { status: 404 })
    return found
  }

  const store = (session: Stored, events: SessionEvent[]): LogEntry[] => {
    const state = fold(session.header, session.closure, session.log)
    const { entries } = appendEvents(state, session.closure, events.map(redactEvent), session.log.length)
    session.log.push(...entries)
    for (const listener of session.listeners) if (entries.length > 0) listener('entries', { entries })
    return entries
  }

  const viewOf = ({ header: head, closure: flow, log, posts }: Stored): SessionView => ({
    header: head,
    closure: flow,
    log,
    posts,
    members: Object.fromEntries(
      [head.startedBy, ...log.map(({ event }) => event.by)].map((by) => [by, `Member ${by.slice(-1)}`]),
    ),
  })

  const api: SimulatedApi = {
    refuses: () => false,
    log: (id) => find(id).log,
    startSession(member, { id, ticket, flow, at }) {
      const open = [...sessions.values()].find(
        (one) => one.header.ticket.id === ticket.id && (one.header.flow === null) === (flow === null),
      )
      if (open) return viewOf(open)
      const started: Stored = {
        header: {
          ...header,
          id,
          flow: flow === null ? null : closure.root,
          startedBy: member,
          startedAt: at,
          ticket: { ...header.ticket, ...ticket },
        },
        closure: flow === null ? null : closure,
        log: [],
        posts: [],
        listeners: new Set(),
      }
      sessions.set(id, started)
      return viewOf(started)
    },
    view: (id) => viewOf(find(id)),
    append(member, id, base, events) {
      const session = find(id)
      if (base > session.log.length)
        throw new ApiError('invalid', 'The base is ahead of the log.', { status: 400 })
      if (events.some(({ by }) => by !== member))
        throw new ApiError('invalid', 'Events carry another name.', { status: 422 })
      if (events.some(api.refuses)) throw new ApiError('invalid', 'Not understood.', { status: 422 })
      if (base < session.log.length) {
        const details = { kind: 'behind', missing: session.log.slice(base) }
        throw new ApiError('conflict', 'Others were faster.', { status: 409, details })
      }
      return store(session, events)
    },
    after: (id, seq) => find(id).log.slice(seq),
    post(id) {
      const found = [...sessions.values()].flatMap(({ posts }) => posts).find((post) => post.id === id)
      if (!found) throw new ApiError('not_found', 'No such post.', { status: 404 })
      return found
    },
    setPost(post) {
      const session = find(post.session)
      const known = session.posts.some(({ id }) => id === post.id)
      session.posts = [...session.posts.filter(({ id }) => id !== post.id), post]
      for (const listener of session.listeners) listener('post', post)
      const { id, by, acceptedAt: at, upTo } = post
      if (!known)
        store(session, [{ id: `${id.slice(0, -4)}ffff`, v: 1, at, by, type: 'posted', post: id, upTo }])
    },
    listen(id, listener) {
      const { listeners } = find(id)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return api
}
