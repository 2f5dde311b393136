import { OpenAPIHono } from '@hono/zod-openapi'
import type { Deps } from './context.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { flowRoutes } from './features/flows/routes.ts'
import { memberRoutes } from './features/members/routes.ts'
import { podRoutes } from './features/pod/routes.ts'
import { postRoutes } from './features/posts/routes.ts'
import { sessionRoutes } from './features/sessions/routes.ts'
import { teamRoutes } from './features/team/routes.ts'
import { ticketRoutes } from './features/tickets/routes.ts'
import type { ApiEnvironment } from './http/api-environment.ts'
import { describeRoute } from './http/describe-route.ts'
import { answer, answerError } from './http/errors.ts'
import { limitBodies } from './http/limit-bodies.ts'
import { logRequests } from './http/log-requests.ts'
import { secureHeaders } from './http/secure-headers.ts'
import { type Api, bare, serveOpen } from './http/serve.ts'
import { type Pages, pageRoutes } from './pages/routes.ts'
import { Problem } from './problem.ts'

/** The largest request, in bytes: evidence is pasted text, and a batch of events may hold several. */
const largestBody = 2 * 1024 * 1024

/** Adds routes of its own to an app; the demo's come this way, so that production holds none of them. */
export type ExtraRoutes = (api: Api, deps: Deps) => void

/** The whole API: middleware and one file of routes per resource. `pages` are the built web pages, where there are any. */
export function createApp(deps: Deps, options: { pages?: Pages; extra?: ExtraRoutes } = {}): Api {
  const api: Api = new OpenAPIHono<ApiEnvironment>()
  api.use(logRequests(deps))
  api.use(secureHeaders())
  api.use(limitBodies(largestBody))
  api.onError(answerError)
  api.notFound((http) => answer(http, new Problem('not_found', 'There is nothing here.')))

  serveOpen(api, 'health', { ...bare, summary: 'The process answers' }, async () => ({ ok: true }))
  serveOpen(api, 'ready', { ...bare, summary: 'The process can work: its database answers' }, async () => {
    if (await deps.db.ping()) return { ready: true }
    throw new Problem('unavailable', 'The database does not answer.')
  })
  podRoutes(api, deps)
  accountRoutes(api, deps)
  memberRoutes(api, deps)
  teamRoutes(api, deps)
  ticketRoutes(api, deps)
  flowRoutes(api, deps)
  sessionRoutes(api, deps)
  postRoutes(api, deps)
  options.extra?.(api, deps)
  if (options.pages !== undefined) pageRoutes(api, deps, options.pages)

  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  describeRoute(api, {
    method: 'get',
    path: '/openapi.json',
    id: 'getOpenApi',
    summary: 'This document',
    type: 'application/json',
  })
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'ResolutionFlow', version: '1' } })
  return api
}
