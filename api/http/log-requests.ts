import { createMiddleware } from 'hono/factory'
import type { Deps } from '#api/context.ts'
import type { ApiEnvironment } from './api-environment.ts'

/** Gives each request an id and logs how it ended: method, route pattern, status and time, never what was sent. */
export const logRequests = (deps: Deps) =>
  createMiddleware<ApiEnvironment>(async (http, next) => {
    const request = deps.ids.uuid()
    const started = deps.clock.now()
    http.set('requestId', request)
    http.set('log', deps.log)
    http.header('X-Request-Id', request)
    await next()
    const ms = deps.clock.now() - started
    deps.log.info(
      { request, method: http.req.method, route: http.req.routePath, status: http.res.status, ms },
      'request',
    )
  })
