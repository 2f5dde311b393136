import { createRoute, z } from '@hono/zod-openapi'
import type { Api } from './serve.ts'

/** A route that stands in no row of the route table, such as a page. */
export interface ExtraRoute {
  method: 'get' | 'post'
  /** With `{name}` for each path parameter. */
  path: string
  id: string
  summary: string
  /** The media type of its answer. */
  type: string
}

/** Puts such a route into /openapi.json. */
export function describeRoute(api: Api, { method, path, id, summary, type }: ExtraRoute): void {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, z.string()] as const)
  api.openAPIRegistry.registerPath(
    createRoute({
      method,
      path,
      operationId: id,
      summary,
      request: { ...(names.length > 0 && { params: z.object(Object.fromEntries(names)) }) },
      responses: { 200: { description: 'Done', content: { [type]: { schema: z.unknown() } } } },
    }),
  )
}
