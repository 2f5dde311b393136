import { ApiError, type CallInput, type Client } from '#shared/client.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import type { ReplyOf, RouteId } from '#shared/contracts/routes.ts'
import type { AppendEvents, SessionSummary } from '#shared/contracts/session.ts'
import type { SessionEvent } from '#shared/session/event.ts'
import { fold } from '#shared/session/fold.ts'
import type { Session } from '#shared/session/session.ts'
import type { Surroundings } from '#shared/sync/live-session.ts'
import { acceptedView } from './accepted-view.ts'
import { member, someMe, someOptions, someSuggestions, someTicket } from './demo-records.ts'
import { closures, find, type Stored, start, store, viewOf } from './stored-sessions.ts'

type Handlers = { [Id in RouteId]?: (input: CallInput<Id>) => ReplyOf<Id> | Promise<ReplyOf<Id>> }

/** What the API does for a panel, in memory, with switches for what can go wrong. */
export interface ApiDouble {
  client: Client
  sessions: Map<string, Stored>
  posts: Map<string, PostView>
  /** Every call answers that nobody is there. */
  offline: boolean
  /** Loses the network: no call is answered, and every stream ends. */
  lose(): void
  /** Answers given instead of the double's own. */
  overrides: Handlers
  /** How many calls each route got. */
  calls: Partial<Record<RouteId, number>>
  /** Moves a post on and tells those who follow. */
  move(id: string, change: Partial<PostView>): void
  /** Appends an event as if another client had. */
  append(session: string, events: SessionEvent[]): void
}

export function apiDouble({ now, after }: Surroundings): ApiDouble {
  const ends = new Set<() => void>()
  const double: ApiDouble = {
    lose() {
      double.offline = true
      for (const end of ends) end()
    },
    sessions: new Map(),
    posts: new Map(),
    offline: false,
    overrides: {},
    calls: {},
    move(id, change) {
      const before = find(double.posts, id)
      const post = { ...before, version: (before.version ?? 0) + 1, ...change }
      double.posts.set(id, post)
      const session = double.sessions.get(post.session)
      if (session) session.posts = session.posts.map((old) => (old.id === id ? post : old))
      for (const tell of session?.listeners ?? []) tell('post', post)
    },
    append: (session, events) => void store(find(double.sessions, session), events),
    client: { call: async () => Promise.reject(), stream: async () => undefined },
  }
  const handlers: Handlers = { ...reading(double, now), ...writing(double, now, after) }
  double.client = {
    async call(route, input = {}) {
      double.calls[route] = (double.calls[route] ?? 0) + 1
      if (double.offline) throw new ApiError('offline', 'No answer.')
      const handler = double.overrides[route] ?? handlers[route]
      if (!handler) throw new ApiError('not_found', `No ${route} here.`, { status: 404 })
      return structuredClone(await handler(input))
    },
    stream: (_route, input, onEvent) =>
      new Promise((resolve, reject) => {
        const session = double.sessions.get(String(input.params?.id))
        if (double.offline || !session) return reject(new ApiError('offline', 'No answer.'))
        const tell = (event: string, data: unknown) =>
          onEvent({ id: null, event, data: JSON.stringify(data) })
        session.listeners.add(tell)
        tell('open', {})
        const end = () => {
          ends.delete(end)
          session.listeners.delete(tell)
          resolve()
        }
        ends.add(end)
        input.signal?.addEventListener('abort', end)
      }),
  }
  return double
}

function waitOf({ parked }: Session): Pick<SessionSummary, 'parked'> {
  if (!parked) return {}
  const { event: _, ...parkedFor } = parked
  return { parked: parkedFor }
}

function reading({ sessions, posts }: ApiDouble, now: () => number): Handlers {
  return {
    getMe: () => someMe(now()),
    findTickets: ({ query }) => ({
      tickets: [1001, 1002]
        .map((id) => ({
          id,
          kind: 'service' as const,
          summary: someTicket(id).summary,
          company: someTicket(id).company.name,
          status: 'New',
        }))
        .filter(({ id, summary }) =>
          `${id} ${summary}`.toLowerCase().includes((query?.text ?? '').toLowerCase()),
        ),
    }),
    getTicket: ({ params }) => someTicket(Number(params?.id)),
    suggestFlows: () => someSuggestions,
    getPostOptions: () => someOptions,
    getMyActivity: () => ({ sessions: [], open: [] }),
    listFlows: () => ({
      flows: closures.flatMap(({ root, flows }) => {
        const flow = flows[root]
        return flow
          ? [
              {
                id: flow.id,
                title: flow.title,
                summary: flow.summary,
                kind: flow.kind,
                version: 3,
                steps: flow.steps.length,
                draftChanged: false,
              },
            ]
          : []
      }),
    }),
    listSessions: ({ query }) => ({
      sessions: [...sessions.values()]
        .filter(({ header }) => String(header.ticket.id) === query?.ticket)
        .map(({ header, closure, log }) => ({
          ...waitOf(fold(header, closure, log)),
          id: header.id,
          ticket: header.ticket,
          flow: header.flow,
          flowTitle: header.flow ? (closure?.flows[header.flow]?.title ?? null) : null,
          status: fold(header, closure, log).status,
          startedBy: header.startedBy,
          startedByName: 'Tunde Okafor',
          startedAt: header.startedAt,
          lastEventAt: log.at(-1)?.event.at ?? header.startedAt,
          unposted: log.length,
        })),
    }),
    getSession: ({ params }) => viewOf(find(sessions, params?.id)),
    listEvents: ({ params, query }) => ({
      entries: find(sessions, params?.id).log.filter(({ seq }) => seq > Number(query?.after)),
    }),
    getFlowClosure: ({ params }) => {
      const found = closures.find(({ root }) => root.split('@')[0] === params?.ref)
      if (!found) throw new ApiError('not_found', 'No such flow.', { status: 404 })
      return found
    },
    getPost: ({ params }) => find(posts, params?.id),
  }
}

function writing(double: ApiDouble, now: () => number, after: Surroundings['after']): Handlers {
  const { sessions, posts } = double
  return {
    startSession: ({ body }) => viewOf(start(sessions, bodyOf(body), now())),
    appendEvents({ params, body }) {
      const session = find(sessions, params?.id)
      const { base, events }: AppendEvents = bodyOf(body)
      const missing = session.log.filter(({ seq }) => seq > base)
      const fresh = events.filter(({ id }) => !session.log.some(({ event }) => event.id === id))
      if (missing.length > 0 && fresh.length === events.length) {
        throw new ApiError('conflict', 'Behind.', { status: 409, details: { kind: 'behind', missing } })
      }
      store(session, fresh)
      return { entries: session.log.filter(({ seq }) => seq > base) }
    },
    acceptPost({ params, body }) {
      const session = find(sessions, params?.id)
      const request: AcceptPost = bodyOf(body)
      const known = posts.get(request.id)
      if (known) return known
      const view = acceptedView(session, request, now())
      posts.set(view.id, view)
      session.posts.push(view)
      const at = new Date(now()).toISOString()
      store(session, [
        {
          id: crypto.randomUUID(),
          v: 1,
          at,
          by: member,
          type: 'posted',
          post: view.id,
          upTo: request.upTo,
          time: request.time?.worked ?? [],
          audience: request.audience,
          ...(request.scope === 'whole_session' && { whole: true as const }),
        },
      ])
      after(5_000, () => {
        if (posts.get(view.id)?.state === 'waiting') deliver(double, view.id)
      })
      return view
    },
    undoPost({ params }) {
      const post = find(posts, params?.id)
      double.move(post.id, { state: 'undone' })
      const at = new Date(now()).toISOString()
      store(find(sessions, post.session), [
        { id: crypto.randomUUID(), v: 1, at, by: member, type: 'post_withdrawn', post: post.id },
      ])
      return find(posts, post.id)
    },
    sendPostNow({ params }) {
      const post = find(posts, params?.id)
      deliver(double, post.id)
      return find(posts, post.id)
    },
    removeCopy({ params, body }) {
      const post = [...posts.values()].find(({ parts }) => parts.some(({ id }) => id === params?.id))
      const removing = body?.remove ?? null
      const message = `Removing note ${removing}.`
      if (post) double.move(post.id, { parts: post.parts.map((part) => ({ ...part, removing, message })) })
      return find(posts, post?.id)
    },
    settleDelivery({ params, body }) {
      const post = [...posts.values()].find(({ parts }) => parts.some(({ id }) => id === params?.id))
      const state = {
        it_is_there: 'posted',
        send_again: 'waiting',
        give_up: 'undone',
        look_again: 'posted',
      } as const
      const next = { state: state[body?.how ?? 'it_is_there'], doubled: false, message: null }
      if (post)
        double.move(post.id, { state: next.state, parts: post.parts.map((part) => ({ ...part, ...next })) })
      return find(posts, post?.id)
    },
  }
}

function bodyOf<Body>(body: Body | undefined): Body {
  if (body === undefined) throw new ApiError('invalid', 'A body is needed.')
  return body
}

function deliver(double: ApiDouble, id: string): void {
  const parts = find(double.posts, id).parts.map((part) => ({
    ...part,
    state: 'posted' as const,
    psaId: 1,
    author: 'kberg',
  }))
  double.move(id, { state: 'posted', parts })
}
