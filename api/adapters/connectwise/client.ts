import type { z } from 'zod'
import { PsaError } from '../../ports/psa.ts'
import { type Codebase, createCodebase } from './codebase.ts'
import type { Connection, Deps } from './connection.ts'
import { isPage, isUnknownPath, jsonOf } from './error-body.ts'
import { limitParallel } from './limit-parallel.ts'
import { readError } from './read-error.ts'
import { repeatRead } from './repeat-read.ts'
import { type HttpAnswer, type HttpRequest, SendFailure, tooLate } from './send.ts'
import type { WriteAttempt } from './write-outcome.ts'

export type Query = Record<string, string | number>

export type WriteMethod = 'POST' | 'PATCH' | 'DELETE'

export interface ReadOptions {
  query?: Query
  headers?: Record<string, string>
  /** Given for the few POSTs that change nothing. */
  post?: unknown
}

export interface Client {
  /** The answer of a read that succeeded. Throws `PsaError` for everything else. */
  read(path: string, options?: ReadOptions): Promise<HttpAnswer>
  /** The same, parsed. */
  readAs<T extends z.ZodType>(schema: T, path: string, options?: ReadOptions): Promise<z.output<T>>
  /**
   * One attempt to write (without a body where that is undefined); never throws, never repeats a write that could have been carried out, never begins one
   * after `until` (milliseconds since 1970).
   */
  write(method: WriteMethod, path: string, body: unknown, until?: number): Promise<WriteAttempt>
  /** One exchange with credentials of its own, on the UI host or the API host. Throws `PsaError`, `SendFailure`. */
  ask(host: 'ui' | 'api', path: string, headers: Record<string, string>): Promise<HttpAnswer>
}

const acceptedVersion = 'application/vnd.connectwise.com+json; version=2025.1'
const deadlineMs = 20_000
const mostParallel = 4
const reading = { withinMs: deadlineMs, wantsJson: true }

/** HTTP towards one team's ConnectWise: who we are, how many at once, how long, and what may be repeated. */
export function createClient(connection: Connection, deps: Deps): Client {
  const limited = limitParallel(mostParallel)
  const send = (request: HttpRequest, until = Number.POSITIVE_INFINITY) =>
    limited(async () => {
      const mayBegin = () => deps.now() <= until
      if (!mayBegin()) throw new SendFailure(false, tooLate)
      return await deps.send({ ...request, mayBegin })
    })
  const codebase = createCodebase(connection.company, readCompanyInfo, deps.now)
  const keys = `${connection.company}+${connection.publicKey}:${connection.privateKey}`
  const signedIn = {
    accept: acceptedVersion,
    clientid: connection.clientId,
    authorization: `Basic ${Buffer.from(keys, 'utf8').toString('base64')}`,
  }

  async function readCompanyInfo(): Promise<HttpAnswer> {
    const url = new URL(`/login/companyinfo/${encodeURIComponent(connection.company)}`, connection.uiUrl)
    const request = { method: 'GET', url, headers: { accept: 'application/json' }, fresh: false } as const
    return await repeatRead((timeoutMs) => send({ ...request, timeoutMs }), deps, reading).catch(unavailable)
  }

  async function read(path: string, options: ReadOptions = {}): Promise<HttpAnswer> {
    const body = options.post === undefined ? {} : { body: JSON.stringify(options.post) }
    const once = (timeoutMs: number) =>
      onKnownPath(codebase, (base) =>
        send({
          method: options.post === undefined ? 'GET' : 'POST',
          url: apiUrl(connection.apiUrl, base, path, options.query),
          headers: { ...signedIn, ...jsonType(body), ...options.headers },
          ...body,
          timeoutMs,
          fresh: false,
        }),
      )
    const answer = await repeatRead(once, deps, reading).catch(unavailable)
    if (answer.status < 200 || answer.status > 299) throw readError(answer, deps.now())
    return answer
  }

  async function readAs<T extends z.ZodType>(schema: T, path: string, options?: ReadOptions) {
    const answer = await read(path, options)
    return parsedAs(schema, answer)
  }

  async function write(method: WriteMethod, path: string, body: unknown, until?: number) {
    const given = body === undefined ? {} : { body: JSON.stringify(body) }
    const once = (base: string) => {
      const url = apiUrl(connection.apiUrl, base, path)
      const headers = { ...signedIn, ...jsonType(given) }
      return send({ method, url, headers, ...given, timeoutMs: deadlineMs, fresh: true }, until)
    }
    try {
      const answer = await onKnownPath(codebase, once, 'write')
      return { kind: 'answered', answer, at: deps.now() } as const
    } catch (error) {
      if (error instanceof SendFailure)
        return { kind: error.sent ? 'lost' : 'not_sent', message: error.message } as const
      if (error instanceof PsaError) return { kind: 'not_sent', message: error.message } as const
      throw error
    }
  }

  async function ask(host: 'ui' | 'api', path: string, headers: Record<string, string>): Promise<HttpAnswer> {
    const origin = host === 'ui' ? connection.uiUrl : connection.apiUrl
    const base = { accept: acceptedVersion, clientid: connection.clientId }
    const once = (timeoutMs: number) =>
      onKnownPath(codebase, (prefix) =>
        send({
          method: 'GET',
          url: apiUrl(origin, prefix, path),
          headers: { ...base, ...headers },
          timeoutMs,
          fresh: false,
        }),
      )
    return await repeatRead(once, deps, { withinMs: deadlineMs, wantsJson: false })
  }

  return { read, readAs, write, ask }
}

/**
 * Asks under the codebase known; where that path turns out to be unknown and a new one is told, once more there.
 * A question (never a write) is asked once more also where a page came and the codebase is the same.
 */
async function onKnownPath(
  codebase: Codebase,
  once: (base: string) => Promise<HttpAnswer>,
  sort: 'read' | 'write' = 'read',
) {
  const base = await codebase.current()
  const answer = await once(base)
  if (!isUnknownPath(answer)) return answer
  const renewed = await codebase.renew(base).catch(() => base)
  const worthwhile = renewed !== base || (sort === 'read' && isPage(answer))
  return worthwhile ? await once(renewed) : answer
}

/** The answer's JSON in the shape needed. Throws `PsaError` where it is anything else. */
export function parsedAs<T extends z.ZodType>(schema: T, answer: HttpAnswer): z.output<T> {
  const parsed = schema.safeParse(jsonOf(answer))
  if (parsed.success) return parsed.data
  throw new PsaError('unavailable', 'ConnectWise answered with something that cannot be read.')
}

function apiUrl(origin: string, base: string, path: string, query: Query = {}): URL {
  const url = new URL(`/${base}apis/3.0${path}`, origin)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}

function jsonType(body: { body?: string }): Record<string, string> {
  return body.body === undefined ? {} : { 'content-type': 'application/json' }
}

function unavailable(error: unknown): never {
  if (error instanceof SendFailure) throw new PsaError('unavailable', error.message)
  throw error
}
