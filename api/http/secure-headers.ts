import { createMiddleware } from 'hono/factory'
import type { ApiEnvironment } from './api-environment.ts'

const headers = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
}

/** Headers of every answer; pages set their own content policy and cache rule in their place. */
export const secureHeaders = () =>
  createMiddleware<ApiEnvironment>(async (http, next) => {
    for (const [name, value] of Object.entries(headers)) http.header(name, value)
    await next()
  })
