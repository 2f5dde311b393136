import { createServer } from 'node:http'
import type { Connection, Deps } from './connection.ts'
import { createSend } from './send.ts'

/** What a scripted ConnectWise got. */
export interface Asked {
  method: string
  /** Path and query below the host. */
  url: URL
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Told {
  status?: number
  headers?: Record<string, string>
  /** A string goes out as it is (HTML), anything else as JSON. */
  body?: unknown
  /** Cuts the connection instead of answering. */
  reset?: boolean
}

/** A web server on this machine, for tests: answers companyinfo with `codebase`, everything else by `answer`. */
export async function serveScript(answer: (asked: Asked) => Told | Promise<Told>) {
  const asked: Asked[] = []
  const script = { codebase: 'v2025_1/' }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const { method = '', url = '/', headers } = request
    const one = {
      method,
      url: new URL(url, 'http://host'),
      headers,
      body: Buffer.concat(parts).toString('utf8'),
    }
    asked.push(one)
    const isInfo = one.url.pathname.startsWith('/login/companyinfo/')
    const told: Told = isInfo ? { body: { Codebase: script.codebase } } : await answer(one)
    if (told.reset) {
      request.socket.resetAndDestroy()
      return
    }
    const text = typeof told.body === 'string'
    response.writeHead(told.status ?? 200, {
      'content-type': text ? 'text/html' : 'application/vnd.connectwise.com+json; version=2025.1',
      ...told.headers,
    })
    response.end(typeof told.body === 'string' ? told.body : JSON.stringify(told.body ?? null))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const { send, close } = createSend({ allowInsecure: true })
  const slept: number[] = []
  const connection: Connection = {
    company: 'acme',
    publicKey: 'pub',
    privateKey: 'priv',
    clientId: '00000000-0000-4000-8000-000000000000',
    apiUrl: origin,
    uiUrl: origin,
  }
  const deps: Deps = {
    send,
    now: () => Date.parse('2026-01-02T03:04:05Z'),
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
    },
    random: () => 0.5,
    allowInsecure: true,
  }
  return {
    connection,
    deps,
    asked,
    slept,
    script,
    /** Requests besides companyinfo. */
    calls: () => asked.filter((one) => !one.url.pathname.startsWith('/login/')),
    close: () => {
      close()
      server.closeAllConnections()
      server.close()
    },
  }
}
