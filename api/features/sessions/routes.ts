import { z } from '@hono/zod-openapi'
import type { Deps } from '#api/context.ts'
import { acceptPost } from '#api/features/posts/accept-post.ts'
import { type Api, bare, serve, serveRaw } from '#api/http/serve.ts'
import { acceptPostSchema } from '#shared/contracts/post.ts'
import { appendEventsSchema, startSessionSchema } from '#shared/contracts/session.ts'
import { appendToSession } from './append-events.ts'
import { listEvents } from './list-events.ts'
import { listSessions } from './list-sessions.ts'
import { startTicketSession } from './start-session.ts'
import { streamSession } from './stream-session.ts'
import { viewSession } from './view-session.ts'

/** Sessions: started, appended to, read and followed. */
export function sessionRoutes(api: Api, deps: Deps): void {
  const params = z.object({ id: z.uuid() })
  const number = z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
  const after = z.object({ after: number })
  const wanted = z.object({ ticket: number.optional(), mine: z.literal('true').optional() })

  serve(
    api,
    deps,
    'startSession',
    { ...bare, summary: 'Start a session, or find the open one', body: startSessionSchema },
    (context, { body }) => startTicketSession(context, body),
  )
  serve(
    api,
    deps,
    'listSessions',
    { ...bare, summary: 'List sessions', query: wanted },
    (context, { query }) =>
      listSessions(context, {
        ...(query.ticket !== undefined && { ticket: query.ticket }),
        mine: query.mine === 'true',
      }),
  )
  serve(api, deps, 'getSession', { ...bare, summary: 'Read a session', params }, (context, input) =>
    viewSession(context, input.params.id),
  )
  serve(
    api,
    deps,
    'appendEvents',
    { ...bare, summary: 'Append events', params, body: appendEventsSchema },
    (context, input) => appendToSession(context, input.params.id, input.body),
  )
  serve(
    api,
    deps,
    'listEvents',
    { ...bare, summary: 'Read events after a sequence', params, query: after },
    (context, input) => listEvents(context, input.params.id, input.query.after),
  )
  serveRaw(
    api,
    deps,
    'streamSession',
    { ...bare, summary: 'Follow a session', params, query: after },
    (context, input, http) => streamSession(context, input.params.id, input.query.after, http),
  )
  serve(
    api,
    deps,
    'acceptPost',
    { ...bare, summary: 'Post to the ticket', params, body: acceptPostSchema },
    (context, input) => acceptPost(context, input.params.id, input.body),
  )
}
