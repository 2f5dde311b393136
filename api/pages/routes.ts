import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Context as HttpContext } from 'hono'
import type { Deps } from '#api/context.ts'
import { teamOfPodHandle } from '#api/db/directory.ts'
import { psaConnection } from '#api/db/schema/team.ts'
import { requestIn, requireSound } from '#api/features/accounts/authorization-request.ts'
import type { ApiEnvironment } from '#api/http/api-environment.ts'
import { describeRoute } from '#api/http/describe-route.ts'
import type { Api } from '#api/http/serve.ts'
import { Problem } from '#api/problem.ts'
import { pagePolicy } from './page-policy.ts'
import { serveAssets } from './serve-assets.ts'

/** Folders of built pages: the pod with its plain page, and the studio. */
export interface Pages {
  pod: string
  studio: string
}

/** The web pages: the pod in ConnectWise's frame, the ticket page, and sign-in. */
export function pageRoutes(api: Api, deps: Deps, pages: Pages): void {
  for (const each of described) describeRoute(api, { method: 'get', type: 'text/html', ...each })
  api.get('/pod/assets/*', serveAssets(path.join(pages.pod, 'assets'), '/pod/assets/'))
  api.get('/studio/assets/*', serveAssets(path.join(pages.studio, 'assets'), '/studio/assets/'))
  api.get('/pod/:handle', async (http) => {
    const origin = await parentOf(deps, http.req.param('handle'))
    return page(http, path.join(pages.pod, 'pod.html'), origin, {
      parentOrigin: origin ?? '',
      demo: deps.demo,
    })
  })
  api.get('/t/:number', (http) =>
    page(http, path.join(pages.pod, 'pages/ticket.html'), null, { demo: deps.demo }),
  )
  const signIn = path.join(pages.studio, 'sign-in.html')
  for (const place of ['/sign-in', '/set-password'])
    api.get(place, (http) => page(http, signIn, null, { demo: deps.demo }))
  api.get('/authorize', (http) => {
    const refused = refusalOf(new URL(http.req.url).searchParams, deps)
    if (refused === null) return page(http, signIn, null, { demo: deps.demo })
    // Said to the person alone: nobody is sent to an address that was not found right.
    http.status(400)
    return page(http, signIn, null, { demo: deps.demo, refused })
  })
}

/** Why a sign-in that an extension asks for cannot begin, or null. */
function refusalOf(query: URLSearchParams, deps: Deps): string | null {
  try {
    requireSound(requestIn(query), deps)
    return null
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

const described = [
  {
    path: '/pod/assets/{file}',
    id: 'getPodAsset',
    summary: 'A built file of the pod, by a name that holds its hash',
    type: '*/*',
  },
  {
    path: '/studio/assets/{file}',
    id: 'getStudioAsset',
    summary: 'A built file of the studio, by a name that holds its hash',
    type: '*/*',
  },
  { path: '/pod/{handle}', id: 'getPod', summary: 'The panel as a pod in a team’s ConnectWise' },
  { path: '/t/{number}', id: 'getTicketPage', summary: 'The panel as a page of its own, by ticket number' },
  { path: '/sign-in', id: 'getSignIn', summary: 'Sign-in by hand' },
  { path: '/authorize', id: 'getAuthorize', summary: 'Sign-in for an extension that asks for a code' },
  { path: '/set-password', id: 'getSetPassword', summary: 'Set a password by a one-time link' },
]

/** The one origin that may frame this pod; null for an unknown handle, which nobody may frame. */
async function parentOf(deps: Deps, handle: string): Promise<string | null> {
  const team = await teamOfPodHandle(deps.db, handle)
  if (team === null) return null
  const [row] = await deps.db.asTeam(team, (tx) =>
    tx.select({ origin: psaConnection.uiOrigin }).from(psaConnection),
  )
  return row?.origin ?? null
}

async function page(
  http: HttpContext<ApiEnvironment>,
  file: string,
  parent: string | null,
  settings: Record<string, string | boolean>,
): Promise<Response> {
  const html = await readFile(file, 'utf8').catch(() => null)
  if (html === null) throw new Problem('unavailable', 'The pages are not built yet. Run "npm run build".')
  const metas = Object.entries(settings).map(
    ([name, value]) => `<meta name="rf-${kebab(name)}" content="${escapeHtml(String(value))}">`,
  )
  http.header('Content-Security-Policy', pagePolicy(parent))
  http.header('Cache-Control', 'no-store')
  return http.html(html.replace('</head>', `${metas.join('')}</head>`))
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
