import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context as HttpContext } from 'hono'
import { authorise, type Context, type Deps } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import { errorReplySchema } from '#shared/contracts/error.ts'
import { type ReplyOf, type RouteId, routes } from '#shared/contracts/routes.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { authenticate } from './authenticate.ts'
import { cleanInput } from './clean-input.ts'

export type Api = OpenAPIHono<ApiEnvironment>
type Http = HttpContext<ApiEnvironment>

/** What a route reads, as zod schemas, and what it is for. */
export interface Shapes<Params, Query, Body> {
  summary: string
  params: z.ZodType<Params>
  query: z.ZodType<Query>
  body: z.ZodType<Body>
}

const nothing = z.unknown().transform(() => undefined)

/** A route that reads nothing: the shapes that others begin with. */
export const bare = { params: nothing, query: nothing, body: nothing }

export interface Input<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
}

/**
 * Serves one row of the route table to signed-in members: sign-in, then the policy, then parsing, then the verb, whose
 * result is the reply.
 */
export function serve<Id extends RouteId, Params, Query, Body>(
  api: Api,
  deps: Deps,
  id: Id,
  shapes: Shapes<Params, Query, Body>,
  verb: (context: Context, input: Input<Params, Query, Body>, http: Http) => Promise<ReplyOf<Id>>,
): void {
  serveRaw(api, deps, id, shapes, async (context, input, http) => http.json(await verb(context, input, http)))
}

/** The same for a route that answers something other than JSON, such as a stream. */
export function serveRaw<Id extends RouteId, Params, Query, Body>(
  api: Api,
  deps: Deps,
  id: Id,
  shapes: Shapes<Params, Query, Body>,
  handler: (context: Context, input: Input<Params, Query, Body>, http: Http) => Promise<Response>,
): void {
  const { action } = routes[id]
  if (action === null) throw new Error(`Route ${id} is open to all: serve it with serveOpen.`)
  register(api, id, shapes, async (http) => {
    const context = await authenticate(http, deps)
    authorise(context, action)
    return handler(context, await read(http, shapes), http)
  })
}

/** Serves a row of the route table that needs no token. */
export function serveOpen<Id extends RouteId, Params, Query, Body>(
  api: Api,
  id: Id,
  shapes: Shapes<Params, Query, Body>,
  handler: (input: Input<Params, Query, Body>, http: Http) => Promise<ReplyOf<Id>>,
): void {
  if (routes[id].action !== null) throw new Error(`Route ${id} needs a token: serve it with serve.`)
  register(api, id, shapes, async (http) => http.json(await handler(await read(http, shapes), http)))
}

function register<Params, Query, Body>(
  api: Api,
  id: RouteId,
  shapes: Shapes<Params, Query, Body>,
  handler: (http: Http) => Promise<Response>,
): void {
  const { method, path, action } = routes[id]
  api.openAPIRegistry.registerPath(
    createRoute({
      method: lower(method),
      path,
      operationId: id,
      summary: shapes.summary,
      ...(action !== null && { security: [{ bearer: [] }] }),
      request: {
        ...(shapes.params instanceof z.ZodObject && { params: shapes.params }),
        ...(shapes.query instanceof z.ZodObject && { query: shapes.query }),
        ...(hasBody(shapes) && {
          body: { required: true, content: { 'application/json': { schema: shapes.body } } },
        }),
      },
      responses: {
        200: { description: 'Done', content: { 'application/json': { schema: z.unknown() } } },
        default: { description: 'Refused', content: { 'application/json': { schema: errorReplySchema } } },
      },
    }),
  )
  api.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), handler)
}

async function read<Params, Query, Body>(
  http: Http,
  shapes: Shapes<Params, Query, Body>,
): Promise<Input<Params, Query, Body>> {
  return {
    params: parse(shapes.params, http.req.param()),
    query: parse(shapes.query, http.req.query()),
    body: parse(shapes.body, hasBody(shapes) ? await readJson(http) : undefined),
  }
}

const hasBody = ({ body }: { body: z.ZodType }): boolean => body !== nothing

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(cleanInput(value))
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const [first] = issues
  const where = first === undefined || first.path === '' ? '' : ` (${first.path})`
  throw new Problem(
    'invalid',
    `The request is not as expected${where}: ${first?.message ?? 'no reason given'}.`,
    {
      details: { issues: issues.slice(0, 20) },
    },
  )
}

async function readJson(http: Http): Promise<unknown> {
  try {
    return await http.req.json()
  } catch {
    throw new Problem('invalid', 'The request body is not JSON.')
  }
}

const lower = (method: 'GET' | 'POST' | 'PUT' | 'DELETE') =>
  (({ GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' }) as const)[method]
