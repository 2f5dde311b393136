import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Problem } from '#api/problem.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { answer } from './errors.ts'

/**
 * Refuses bodies of more than so many bytes. A body that says its length is judged by it alone, since HTTP never hands
 * over more than that; only others are counted while they are read, which costs more than most requests.
 */
export function limitBodies(largest: number) {
  const counting = bodyLimit({ maxSize: largest, onError: (http) => refusal(http) })
  return createMiddleware<ApiEnvironment>(async (http, next) => {
    const said = http.req.header('content-length')
    if (said === undefined || http.req.header('transfer-encoding') !== undefined) return counting(http, next)
    return Number(said) <= largest ? next() : refusal(http)
  })
}

function refusal(http: Parameters<typeof answer>[0]): Response {
  return answer(http, new Problem('too_large', 'This is more than can be sent at once (2 MB).'))
}
