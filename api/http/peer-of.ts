import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HttpContext } from 'hono'
import type { ApiEnvironment } from './api-environment.ts'

/** The address that a request's connection comes from; a proxy's where one stands in front. Null without a network. */
export function peerOf(http: HttpContext<ApiEnvironment>): string | null {
  const bindings: unknown = http.env
  if (typeof bindings !== 'object' || bindings === null) return null
  return 'incoming' in bindings || 'server' in bindings ? (getConnInfo(http).remote.address ?? null) : null
}
