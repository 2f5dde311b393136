import { Hono } from 'hono'
import { addBundles } from '../routes/bundles.ts'
import type { Api, ApiEnv } from '../routes/collection.ts'
import { addDesk } from '../routes/desk.ts'
import { addSystem, systemInfo } from '../routes/system.ts'
import { addTickets } from '../routes/tickets.ts'
import { addTime } from '../routes/time.ts'
import { Refusal, unknownEndpoint } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import { authenticate } from './authenticate.ts'
import { answer, htmlNotFound } from './exchange.ts'
import { checkHost, checkRights, countRate, tooManyRequests } from './guard.ts'

/** Path of the alias that works besides the current codebase. */
export const aliasCodebase = 'v4_6_release'

/** The path below `apis/3.0`, or nothing for other paths. */
export function apiPath(pathname: string): { codebase: string; path: string } | undefined {
  const match = /^\/([^/]+)\/apis\/3\.0(\/.*)$/.exec(pathname.replace(/\/{2,}/g, '/'))
  return match?.[1] && match[2] ? { codebase: match[1], path: match[2] } : undefined
}

/** Builds the service itself over a world: no faults, no controls, no ticket page. */
export function buildApp(worldOf: () => World): Hono {
  const app = new Hono({ getPath: (request) => new URL(request.url).pathname.replace(/\/{2,}/g, '/') })
  const rates = new Map<string, { minute: number; count: number }>()
  app.get('/login/companyinfo/:company', (c) => c.json(companyInfo(worldOf(), c.req.param('company'))))
  const api: Api = new Hono<ApiEnv>({ strict: false })
  api.use('*', async (c, next) => {
    const world = worldOf()
    const url = new URL(c.req.raw.url)
    const place = apiPath(url.pathname)
    if (!place || (place.codebase !== world.switches.codebase && place.codebase !== aliasCodebase))
      return htmlNotFound()
    const { path } = place
    if (path === '/system/info' && c.req.method === 'GET')
      return answer(world, c.req.raw, 200, systemInfo(world))
    const { caller, rateKey } = authenticate(world, c.req.raw)
    checkHost(world, url, caller.by === 'hash')
    const wait = countRate(world, rates, rateKey)
    if (wait > 0) return answer(world, c.req.raw, 429, tooManyRequests(wait), { 'Retry-After': String(wait) })
    checkRights(world, c.req.method, path)
    const base = `${url.origin}/${aliasCodebase}/apis/3.0/`
    c.set('exchange', { world, caller, request: c.req.raw, url, path, base })
    return next()
  })
  addTime(api)
  addTickets(api)
  addSystem(api)
  addDesk(api)
  addBundles(api, (request) => app.fetch(request))
  api.all('*', () => {
    throw unknownEndpoint()
  })
  api.onError((error, c) => refuse(worldOf(), c.req.raw, error))
  app.route('/:codebase/apis/3.0', api)
  app.notFound(() => htmlNotFound())
  return app
}

function refuse(world: World, request: Request, error: unknown): Response {
  if (error instanceof Refusal) return answer(world, request, error.status, error.body)
  console.error(error)
  return answer(world, request, 500, {
    code: 'InternalError',
    message: 'An error has occurred.',
    errors: null,
  })
}

function companyInfo(world: World, company: string): object | null {
  if (company.toLowerCase() !== world.company.toLowerCase()) return null
  const { codebase } = world.switches
  return {
    CompanyName: world.company,
    Codebase: `${codebase}/`,
    VersionCode: codebase.replace('_', '.'),
    VersionNumber: `${codebase.replace('_', '.')}.104823`,
    CompanyID: 'CW',
    IsCloud: codebase !== aliasCodebase,
  }
}
