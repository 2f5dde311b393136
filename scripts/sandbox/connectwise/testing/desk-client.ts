import { demoCredentials } from '../create-sandbox.ts'
import { type ServedSandbox, type ServeOptions, serveSandbox } from '../serve-sandbox.ts'
import { type ManualClock, manualClock } from '../world/clock.ts'
import { isJsonObject, type Json } from '../world/row.ts'
import { checkAnswer } from './shape-of-path.ts'

/** Start of the tests' clock. */
export const testStart = Date.parse('2026-11-24T15:00:00Z')

/** The headers of a well-behaved integration. */
export const goodHeaders: Record<string, string> = {
  authorization: `Basic ${btoa(`${demoCredentials.company}+${demoCredentials.publicKey}:${demoCredentials.privateKey}`)}`,
  clientid: demoCredentials.clientId,
}

/** One answer. `body` is parsed JSON where it is JSON, else text. */
export interface Reply {
  status: number
  headers: Headers
  body: Json
}

/** A sandbox on a real port, and a client that checks the shape of every answer. */
export interface TestDesk extends ServedSandbox {
  clock: ManualClock
  /** Calls `path` below `apis/3.0` as the integration; a body is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  /** Calls one of the sandbox's own controls. */
  control(method: string, path: string, body?: unknown): Promise<Reply>
}

/** Starts a sandbox on a free port with a clock that stands still. */
export async function startDesk(options: Partial<ServeOptions> = {}): Promise<TestDesk> {
  const clock = manualClock(testStart)
  const served = await serveSandbox({ port: 0, clock, ...options })
  const send = async (url: string, method: string, body: unknown, headers: Record<string, string>) => {
    const content: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(url, {
      method,
      headers: { ...content, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: read(await response.text()) }
  }
  return {
    ...served,
    clock,
    async call(method, path, body, headers = goodHeaders) {
      const reply = await send(`${served.url}/v2025_1/apis/3.0${path}`, method, body, headers)
      const type = reply.headers.get('content-type') ?? ''
      if (reply.status !== 204 && type.includes('json') && !path.includes('fields=')) {
        const wrong = checkAnswer(method, path.split('?')[0] ?? '', reply.status, reply.body)
        if (wrong.length > 0)
          throw new Error(`${method} ${path} answered a wrong shape:\n${wrong.join('\n')}`)
      }
      return reply
    },
    control: (method, path, body) =>
      send(`${served.url}/_sandbox${path}`, method, method === 'GET' ? undefined : (body ?? {}), {}),
  }
}

/** The value at a slash path into JSON, such as `errors/0/code`. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let here: Json | undefined = value
  for (const step of path.split('/'))
    here = Array.isArray(here) ? here[Number(step)] : isJsonObject(here) ? here[step] : undefined
  return here
}

/** The given fields of every record in a list. */
export function column(value: Json, path: string): (Json | undefined)[] {
  return Array.isArray(value) ? value.map((record) => at(record, path)) : []
}

/** A query string with the parts encoded. */
export function query(parts: Record<string, string | number>): string {
  return `?${new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, String(value)]))}`
}

function read(text: string): Json {
  try {
    const parsed: Json = JSON.parse(text)
    return parsed
  } catch {
    return text
  }
}
