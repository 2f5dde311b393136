import { createMiddleware } from 'hono/factory'
import type { ApiEnvironment } from './api-environment.ts'

/** Headers of every answer; pages set their own content policy and cache rule, which stay. */
export const secureHeaders = () =>
  createMiddleware<ApiEnvironment>(async (http, next) => {
    await next()
    const { headers } = http.res
    const byDefault: Record<string, string> = {
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
    }
    for (const [name, value] of Object.entries(byDefault)) if (!headers.has(name)) headers.set(name, value)
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  })
