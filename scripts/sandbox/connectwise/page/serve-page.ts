import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { World } from '../world/world.ts'
import { worldDesk } from './desk/world-desk.ts'
import { pageCalls } from './page-calls.ts'
import { type PodSetup, registerPods } from './register-pods.ts'
import { isPagePath, mailLink, routeLink } from './ticket-link.ts'

export interface PageOptions {
  /** Identifier of the member who is signed in before anybody chose one; the first member without it. */
  member?: string
  /** Hosted pods that the sandbox is to have from the start, also after a reset. */
  pods?: readonly PodSetup[]
  /** Seconds for which a team holds an unclear write back, shown beside the switch. */
  quarantineSeconds?: number
  /** Folder of the built client; `dist/sandbox-page` without it. */
  built?: string
}

const memberCookie = 'cw_sandbox_member'
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
}
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src * data:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"

/**
 * The sandbox's web client: ticket pages under ConnectWise's URL forms, its script, and the calls of that script under
 * `/_page/`. Mount it at the root of the sandbox's UI origin, beside `/_sandbox`, which its script calls too.
 */
export function servePage(worldOf: () => World, options: PageOptions = {}): Hono {
  const prepared = new WeakSet<World>()
  const prepare = () => {
    const world = worldOf()
    if (!prepared.has(world)) registerPods(world, options.pods ?? [])
    prepared.add(world)
    return world
  }
  prepare()
  const desk = worldDesk(prepare)
  const built = options.built ?? path.resolve(import.meta.dirname, '../../../../dist/sandbox-page')
  const app = new Hono()
  const member = (chosen: string | undefined) =>
    desk.members().find((one) => one.identifier === chosen) ??
    desk.members().find((one) => one.identifier === options.member) ??
    desk.members()[0]

  app.use('*', async (c, next) => {
    await next()
    if (isPagePath(c.req.path) || c.req.path === '/') c.header('content-security-policy', policy)
  })

  app.get('/', async (c) => {
    const wanted = c.req.query('member')
    if (wanted === undefined) return c.html(await document(built))
    const found = member(wanted)
    if (found?.identifier !== wanted) return c.text(`There is no member ${wanted} to sign in as.`, 404)
    remember(c, found.identifier)
    const ticket = Number(c.req.query('ticket'))
    if (!Number.isInteger(ticket) || ticket < 1) return c.redirect(routeLess(desk.codebase()))
    const project = desk.ticket({ id: ticket, kind: 'project' }) !== null
    return c.redirect(
      project
        ? routeLink(desk.codebase(), { id: ticket, kind: 'project' })
        : mailLink(desk.company(), ticket),
    )
  })

  app.get('/_page/assets/:file', async (c) => {
    const file = path.basename(c.req.param('file'))
    const body = await readFile(path.join(built, 'assets', file)).catch(() => null)
    if (!body) return c.text('Not found', 404)
    c.header('content-type', types[path.extname(file)] ?? 'application/octet-stream')
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(new Uint8Array(body))
  })

  app.route(
    '/_page/api',
    pageCalls(desk, {
      quarantineSeconds: options.quarantineSeconds ?? null,
      memberOf: (c) => member(getCookie(c, memberCookie)),
      remember,
    }),
  )

  app.get('*', async (c, next) => {
    if (!isPagePath(c.req.path)) return next()
    const rails = c.req.path.toLowerCase().endsWith('.rails')
    if (rails && !c.req.query('companyName')) return c.text('Cannot route blank company name', 400)
    return c.html(await document(built))
  })
  return app
}

function routeLess(codebase: string): string {
  return `/${codebase}ConnectWise.aspx?locale=en_US`
}

function remember(c: Parameters<typeof setCookie>[0], identifier: string): void {
  setCookie(c, memberCookie, identifier, { path: '/', httpOnly: true, sameSite: 'Lax' })
}

async function document(built: string): Promise<string> {
  const page = await readFile(path.join(built, 'index.html'), 'utf8').catch(() => null)
  return (
    page ??
    '<!doctype html><title>Not built</title><p>The web client has not been built: run <code>npm start</code>.'
  )
}
