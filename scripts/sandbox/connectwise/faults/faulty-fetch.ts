import { authenticate } from '../http/authenticate.ts'
import { apiPath } from '../http/build-app.ts'
import { answer, htmlNotFound } from '../http/exchange.ts'
import { tooManyRequests } from '../http/guard.ts'
import type { Clock } from '../world/clock.ts'
import { timeOf, type World } from '../world/world.ts'
import type { Connection } from './connection.ts'
import type { Effect } from './fault.ts'
import type { FaultBox } from './fault-box.ts'
import type { LateCommits } from './late-commits.ts'

/** What answering with faults needs. */
export interface FaultDeps {
  clock: Clock
  world: () => World
  faults: FaultBox
  late: LateCommits
  /** The service without faults. */
  serve: (request: Request) => Response | Promise<Response>
}

const kept = 1000

/** Answers an API call, letting the faults that match it do their work. Other paths pass untouched. */
export async function faultyFetch(
  deps: FaultDeps,
  original: Request,
  connection: Connection,
): Promise<Response> {
  const place = apiPath(new URL(original.url).pathname)
  if (!place) return deps.serve(original)
  const request = await buffered(original)
  const seen = { at: timeOf(deps.world()), method: request.method, path: place.path }
  const note = (status: number, fault?: string) => {
    const { seen: log } = deps.world()
    log.push({ ...seen, status, ...(fault === undefined ? {} : { fault }) })
    if (log.length > kept) log.shift()
  }
  const effects = deps.faults.draw(request.method, place.path)
  for (const effect of effects) if (effect.kind === 'latency') await waitFor(deps, effect)
  const main = effects.find((effect) => effect.kind !== 'latency')
  if (!main) {
    const response = await deps.serve(request)
    note(response.status, effects[0]?.kind)
    return response
  }
  return applyEffect(deps, main, request, connection, note)
}

async function applyEffect(
  deps: FaultDeps,
  effect: Effect,
  request: Request,
  connection: Connection,
  note: (status: number, fault?: string) => void,
): Promise<Response> {
  const world = deps.world()
  const said = (response: Response) => {
    note(response.status, effect.kind)
    return response
  }
  switch (effect.kind) {
    case 'reset-before':
      note(0, effect.kind)
      return connection.reset()
    case 'reset-after':
      await deps.serve(request)
      note(0, effect.kind)
      return connection.reset()
    case 'late-commit':
      deps.late.add(deps.faults.wait(effect), request, deps.serve)
      note(0, effect.kind)
      return effect.client === 'hang' ? connection.hang() : connection.reset()
    case 'truncate': {
      const response = await deps.serve(request)
      note(response.status, effect.kind)
      return connection.truncate(response)
    }
    case 'too-many':
      return said(
        answer(world, request, 429, tooManyRequests(effect.seconds), {
          'Retry-After': String(effect.seconds),
        }),
      )
    case 'status':
      if (effect.commits) await deps.serve(request)
      return said(answer(world, request, effect.status, errorBody(effect.status)))
    case 'html':
      if (effect.commits) await deps.serve(request)
      return said(htmlPage(effect.status))
    case 'stale-codebase':
      return said(htmlNotFound())
    case 'refuse-hash':
      return said(
        carriesHash(world, request) ? answer(world, request, 401, errorBody(401)) : await deps.serve(request),
      )
    default:
      return said(await deps.serve(request))
  }
}

function waitFor(deps: FaultDeps, effect: { milliseconds: number; to?: number | undefined }): Promise<void> {
  return new Promise((resolve) => {
    deps.clock.after(deps.faults.wait(effect), resolve)
  })
}

/** A copy whose body no longer depends on the connection. */
async function buffered(request: Request): Promise<Request> {
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer()
  return new Request(request.url, { method: request.method, headers: request.headers, body })
}

function carriesHash(world: World, request: Request): boolean {
  try {
    return authenticate(world, request).caller.by === 'hash'
  } catch {
    return false
  }
}

/** The body that goes with a status, as far as one is known. */
function errorBody(status: number): { code: string; message: string; errors: null } {
  if (status === 401) return { code: 'ConnectWiseApi', message: 'UserNotAuthenticated', errors: null }
  if (status === 403)
    return {
      code: 'Security',
      message: 'You do not have security permission to perform this action.',
      errors: null,
    }
  return { code: 'InternalError', message: 'An error has occurred.', errors: null }
}

function htmlPage(status: number): Response {
  const html =
    '<!DOCTYPE html>\r\n<html><head><title>Service unavailable</title></head>' +
    '<body><h1>We are sorry</h1><p>The service cannot be reached at the moment.</p></body></html>'
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
