import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP, type LookupFunction, type Socket, connect as tcpConnect } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { guardedLookup, mayDial, type Resolve, systemResolve } from './guarded-lookup.ts'

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: URL
  headers: Record<string, string>
  body?: string
  /** From the first dial to the last byte of the answer, milliseconds. */
  timeoutMs: number
  /** A connection of its own, so that a failure before the request left can be told for certain. */
  fresh: boolean
  /** Asked once a fresh connection stands, right before the first byte: a process may have stood still meanwhile. */
  mayBegin?: () => boolean
}

export interface HttpAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/** One HTTP exchange. Never follows a redirect, never asks a proxy. Throws `SendFailure` only. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>

/** No answer, or not a whole one. `sent` is false only where no byte of the request can have left this machine. */
export class SendFailure extends Error {
  readonly sent: boolean
  constructor(sent: boolean, message: string) {
    super(message)
    this.name = 'SendFailure'
    this.sent = sent
  }
}

/** The most that is read of one answer, bytes. */
export const answerCap = 5 * 1024 * 1024

/** `Send` over node's own sockets, each dial judged by address. `close` ends what is kept open. */
export function createSend(options: { allowInsecure: boolean; resolve?: Resolve; answerCap?: number }): {
  send: Send
  close: () => void
} {
  const lookup = guardedLookup({
    resolve: options.resolve ?? systemResolve,
    allowLoopback: options.allowInsecure,
  })
  const kept = { keepAlive: true, maxFreeSockets: 4, timeout: 15_000, lookup }
  const agents = { 'http:': new HttpAgent(kept), 'https:': new HttpsAgent(kept) }
  const cap = options.answerCap ?? answerCap

  async function send(request: HttpRequest): Promise<HttpAnswer> {
    const { protocol, hostname } = request.url
    const literal = hostname.replace(/^\[|\]$/g, '')
    const schemeAllowed = protocol === 'https:' || (protocol === 'http:' && options.allowInsecure)
    if (!schemeAllowed || (isIP(literal) !== 0 && !mayDial(literal, options.allowInsecure)))
      throw new SendFailure(false, unreachable)
    const signal = AbortSignal.timeout(request.timeoutMs)
    if (!request.fresh) {
      const agent = protocol === 'https:' ? agents['https:'] : agents['http:']
      try {
        return await exchange(request, { signal, cap, way: { protocol, agent } })
      } catch (error) {
        if (!(error instanceof StaleSocket)) throw error
      }
    }
    const socket = await dial(request.url, { lookup, signal })
    if (request.mayBegin?.() === false) {
      socket.destroy()
      throw new SendFailure(false, tooLate)
    }
    return await exchange(request, { signal, cap, way: { createConnection: () => socket } })
  }

  function close(): void {
    agents['http:'].destroy()
    agents['https:'].destroy()
  }

  return { send, close }
}

/** A write whose time was over before it began. */
export const tooLate = 'ConnectWise answers too slowly at the moment.'
const unreachable = 'ConnectWise could not be reached. Check its address and the network.'
const unanswered = 'ConnectWise did not answer.'
const neverReached = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']

/** A kept connection that the other side had closed in the meantime: nothing was wrong with the request. */
class StaleSocket extends Error {}

/** Connects (and for https shakes hands) without writing a byte of any request. */
function dial(url: URL, options: { lookup: LookupFunction; signal: AbortSignal }) {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'https:'
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  const target = { host, port, lookup: options.lookup }
  const socket = secure
    ? tlsConnect({
        ...target,
        servername: isIP(host) === 0 ? host : '',
        ALPNProtocols: ['http/1.1'],
      })
    : tcpConnect(target)
  const fail = () => {
    socket.destroy()
    reject(new SendFailure(false, unreachable))
  }
  options.signal.addEventListener('abort', fail, { once: true })
  socket.once('error', fail)
  socket.once('close', fail)
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    options.signal.removeEventListener('abort', fail)
    socket.off('error', fail)
    socket.off('close', fail)
    resolve(socket)
  })
  return promise
}

interface Exchange {
  signal: AbortSignal
  cap: number
  way: { protocol: string; agent: HttpAgent | HttpsAgent } | { createConnection: () => Socket }
}

function exchange(request: HttpRequest, options: Exchange): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>()
  const { url, method, headers, body } = request
  const call = httpRequest({
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: url.pathname + url.search,
    method,
    headers: {
      ...headers,
      host: url.host,
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    },
    signal: options.signal,
    ...options.way,
  })
  call.on('error', (error) => {
    const code = 'code' in error ? String(error.code) : ''
    const stale = call.reusedSocket && code === 'ECONNRESET'
    const message = neverReached.includes(code) ? unreachable : unanswered
    reject(stale ? new StaleSocket() : new SendFailure(true, message))
  })
  call.on('response', (answer) => readWhole(answer, options.cap).then(resolve, reject))
  call.end(body)
  return promise
}

async function readWhole(answer: IncomingMessage, cap: number): Promise<HttpAnswer> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer) {
      if (!(part instanceof Buffer)) throw new TypeError('a part of an answer is no bytes')
      size += part.length
      if (size > cap) {
        answer.destroy()
        throw new SendFailure(true, 'ConnectWise answered with more than can be read at once.')
      }
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof SendFailure ? error : new SendFailure(true, unanswered)
  }
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return { status: answer.statusCode ?? 0, headers, body: Buffer.concat(parts).toString('utf8') }
}
