import type { ErrorCode, ErrorReply } from './contracts/error.ts'
import type { BodyOf, QueryOf, ReplyOf, RouteId } from './contracts/routes.ts'
import { contractHeader, contractVersion, routes } from './contracts/routes.ts'

/** The API as a browser calls it. Throws `ApiError` for every answer that is not a success, and where none came. */
export interface Client {
  call<Id extends RouteId>(route: Id, input?: CallInput<Id>): Promise<ReplyOf<Id>>
  /**
   * A server-sent stream, read by fetch with the bearer; ends by the signal. Rejects when the connection is lost.
   * Beside the API's own events come `open`, once the API has accepted, and `comment`, such as a heartbeat.
   */
  stream<Id extends RouteId>(
    route: Id,
    input: CallInput<Id>,
    onEvent: (event: StreamEvent) => void,
  ): Promise<void>
}

export interface CallInput<Id extends RouteId> {
  params?: Record<string, string | number>
  query?: QueryOf<Id>
  body?: BodyOf<Id>
  signal?: AbortSignal
}

export interface StreamEvent {
  id: string | null
  event: string
  data: string
}

/** `offline`: no answer came at all. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'offline'
  readonly status: number
  readonly request: string | null
  readonly details: Record<string, unknown>
  constructor(
    code: ErrorCode | 'offline',
    message: string,
    rest: { status?: number; request?: string | null; details?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = rest.status ?? 0
    this.request = rest.request ?? null
    this.details = rest.details ?? {}
  }
}

/** After this many milliseconds without a whole answer a call counts as unanswered. */
const longestCall = 30_000

export interface ClientOptions {
  /** Where the API is: https, or http on this machine; the only place ever called. */
  base: string
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** The bearer token at hand, or null where nobody is signed in. */
  token: () => Promise<string | null>
  /** Signs in again without asking anybody; true when a new token is at hand. */
  onUnauthorised?: () => Promise<boolean>
}

/**
 * The API over fetch: path parameters encoded, bearer and contract version sent, error replies as `ApiError`. An
 * answer that is not the API's own, such as a sign-in page of the network, is `offline` or `unavailable`. A call
 * refused for want of a token was not carried out, so it is repeated once after a silent sign-in. Throws TypeError
 * for a base that is neither https nor this machine, and for a path parameter that could lead elsewhere.
 */
export function createClient(options: ClientOptions): Client {
  const { fetch, token } = options
  const base = checkedBase(options.base)
  let renewing: Promise<boolean> | undefined

  const renew = (): Promise<boolean> => {
    renewing ??= (options.onUnauthorised?.() ?? Promise.resolve(false)).finally(() => {
      renewing = undefined
    })
    return renewing
  }

  async function ask<Id extends RouteId>(
    id: Id,
    input: CallInput<Id>,
    accept: string,
    signals: AbortSignal[],
  ): Promise<Response> {
    const { method, path, action } = routes[id]
    const url = base + fillPath(path, input.params ?? {}) + queryText(input.query ?? {})
    const body = input.body === undefined ? null : JSON.stringify(input.body)
    const send = (bearer: string | null): Promise<Response> =>
      fetch(url, {
        method,
        headers: {
          accept,
          [contractHeader]: String(contractVersion),
          ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
          ...(body !== null && { 'content-type': 'application/json' }),
        },
        body,
        signal: AbortSignal.any(signals),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
      }).catch((cause) => {
        throw lost(input.signal, cause)
      })
    if (action === null) return accepted(await send(null))
    const bearer = await token()
    let answer = bearer === null ? null : await send(bearer)
    if (answer === null || answer.status === 401) {
      let newer = await token()
      if (newer === bearer) newer = (await renew()) ? await token() : null
      if (newer !== null) answer = await send(newer)
    }
    if (answer === null) throw new ApiError('not_signed_in', 'Sign in to go on.', { status: 401 })
    return accepted(answer)
  }

  return {
    async call(id, input = {}) {
      const signals = [AbortSignal.timeout(longestCall), ...(input.signal ? [input.signal] : [])]
      const answer = await ask(id, input, 'application/json', signals)
      const reply = await answer.json().catch((cause) => {
        throw lost(input.signal, cause)
      })
      if (isReply<typeof id>(reply)) return reply
      throw unavailable(answer)
    },
    async stream(id, input, onEvent) {
      const answer = await ask(id, input, 'text/event-stream', input.signal ? [input.signal] : [])
      onEvent({ id: null, event: 'open', data: '' })
      const decoder = new TextDecoder()
      const body = answer.body?.getReader()
      try {
        // Fetched apart: nothing of it is needed before the first stream is open.
        const { parseEventStream } = await import('./sync/parse-event-stream.ts')
        const read = parseEventStream(onEvent)
        for (;;) {
          const piece = await body?.read()
          if (!piece || piece.done) throw new TypeError('The stream ended.')
          read(decoder.decode(piece.value, { stream: true }))
        }
      } catch (cause) {
        void body?.cancel().catch(() => undefined)
        if (!input.signal?.aborted) throw lost(undefined, cause)
      }
    },
  }
}

function checkedBase(base: string): string {
  const url = new URL(base)
  const here = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  const plain = url.username + url.password + url.search + url.hash === ''
  if (!plain || !(url.protocol === 'https:' || (url.protocol === 'http:' && here)))
    throw new TypeError(`The API address must be https, or http on this machine: ${url.origin}`)
  return url.href.replace(/\/+$/, '')
}

function fillPath(path: string, params: Record<string, string | number>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '')
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`The address ${path} needs a ${name}, not "${value}".`)
    return encodeURIComponent(value)
  })
}

function queryText(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The caller's own cancelling stays what it was; all else means that no answer came. */
function lost(signal: AbortSignal | undefined, cause: unknown): unknown {
  if (signal?.aborted) return signal.reason
  if (cause instanceof ApiError) return cause
  return new ApiError('offline', 'The server does not answer. Check the connection, then try again.')
}

async function accepted(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  const reply: unknown = await answer.json().catch(() => null)
  if (isErrorReply(reply)) {
    const { code, message, request, details } = reply.error
    throw new ApiError(code, message, { status: answer.status, request, details: details ?? {} })
  }
  throw unavailable(answer)
}

const unavailable = ({ status }: Response) =>
  new ApiError('unavailable', 'The server cannot answer right now. Try again in a minute.', { status })

/** Each reply of the API is an object; that it is the route's own is what the table of routes promises. */
const isReply = <Id extends RouteId>(reply: unknown): reply is ReplyOf<Id> => reply instanceof Object

const isErrorReply = (reply: unknown): reply is ErrorReply =>
  reply instanceof Object && 'error' in reply && reply.error instanceof Object && 'code' in reply.error
