import { createServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Resolve } from './guarded-lookup.ts'
import { createSend, type HttpRequest, SendFailure } from './send.ts'

const open: { close: () => void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

const serve = (listener: RequestListener) => listen(createServer(listener))
const raw = (onSocket: (socket: Socket) => void) => listen(createTcpServer(onSocket))

function sender(options: Partial<Parameters<typeof createSend>[0]> = {}) {
  const made = createSend({ allowInsecure: true, ...options })
  open.push(made)
  return made.send
}

function post(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  const headers = { authorization: 'Basic c2VjcmV0', 'content-type': 'application/json' }
  return {
    method: 'POST',
    url: new URL(url),
    headers,
    body: '{"a":"ü"}',
    timeoutMs: 5000,
    fresh: true,
    ...more,
  }
}

async function failure(promise: Promise<unknown>): Promise<SendFailure> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof SendFailure)) throw new Error(`expected a SendFailure, got ${String(error)}`)
  return error
}

describe('createSend', () => {
  it.each([true, false])('sends and reads one exchange whole (fresh connection: %s)', async (fresh) => {
    const port = await serve((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        response.setHeader('x-seen', `${request.method} ${request.url} ${request.headers.host}`)
        response.writeHead(201).end(Buffer.concat(parts))
      })
    })
    const answer = await sender()(post(`http://127.0.0.1:${port}/a/b?c=%22`, { fresh }))
    expect(answer).toMatchObject({ status: 201, body: '{"a":"ü"}' })
    expect(answer.headers['x-seen']).toBe(`POST /a/b?c=%22 127.0.0.1:${port}`)
  })

  it.each([301, 302, 303, 307, 308])(
    'never follows a %i, and sends the credentials nowhere else',
    async (status) => {
      let elsewhere = 0
      const other = await serve((_, response) => {
        elsewhere += 1
        response.end()
      })
      const port = await serve((_, response) => {
        response.writeHead(status, { location: `http://127.0.0.1:${other}/` }).end()
      })
      for (const fresh of [true, false]) {
        expect((await sender()(post(`http://127.0.0.1:${port}/`, { fresh }))).status).toBe(status)
      }
      expect(elsewhere).toBe(0)
    },
  )

  it('opens no connection to an inner address, by name or by number', async () => {
    let canary = 0
    const port = await raw((socket) => {
      canary += 1
      socket.destroy()
    })
    const answers = [['127.0.0.1'], ['1.1.1.1', '127.0.0.1'], ['::ffff:127.0.0.1'], ['127.0.0.1', '::1']]
    let asked = 0
    const resolve: Resolve = (_, done) => {
      asked += 1
      const found = answers[asked % answers.length] ?? []
      done(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }
    const send = sender({ allowInsecure: false, resolve })
    for (let dial = 0; dial < 40; dial += 1) {
      const failed = await failure(send(post(`https://cw.example:${port}/`, { fresh: dial % 3 > 0 })))
      expect(failed.message).not.toMatch(/127|::/)
    }
    for (const url of [
      `https://127.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `http://cw.example:${port}/`,
    ]) {
      expect((await failure(send(post(url)))).sent).toBe(false)
    }
    expect(asked).toBeGreaterThan(0)
    expect(canary).toBe(0)
  })

  it('says the same of a blocked host as of one that is not there', async () => {
    const blocked: Resolve = (_, done) => done(null, [{ address: '10.0.0.1', family: 4 }])
    const unknown: Resolve = (_, done) => done(new Error('ENOTFOUND'), [])
    for (const fresh of [true, false]) {
      const request = post('https://cw.example/', { fresh })
      const one = await failure(sender({ allowInsecure: false, resolve: blocked })(request))
      const other = await failure(sender({ allowInsecure: false, resolve: unknown })(request))
      const number = await failure(sender({ allowInsecure: false })(post('https://10.0.0.1/', { fresh })))
      expect(new Set([one.message, other.message, number.message]).size).toBe(1)
      expect([one.sent, other.sent]).toEqual([!fresh, !fresh])
    }
  })

  it('knows that nothing left: no listener', async () => {
    const server = createTcpServer()
    const port = await listen(server)
    await new Promise((done) => server.close(done))
    expect((await failure(sender()(post(`http://127.0.0.1:${port}/`)))).sent).toBe(false)
  })

  it('knows that nothing left: no TLS on the other side, or none that speaks', async () => {
    const plain = await raw((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    const mute = await raw(() => {})
    expect((await failure(sender()(post(`https://127.0.0.1:${plain}/`)))).sent).toBe(false)
    expect((await failure(sender()(post(`https://127.0.0.1:${mute}/`, { timeoutMs: 50 })))).sent).toBe(false)
  })

  it('lets no byte out where its time was over by the time it was connected', async () => {
    let bytes = 0
    let connected = 0
    const { promise: closed, resolve } = Promise.withResolvers<void>()
    const port = await raw((socket) => {
      connected += 1
      socket.on('data', (part: Buffer) => {
        bytes += part.length
      })
      socket.on('close', () => resolve())
    })
    const failed = await failure(sender()(post(`http://127.0.0.1:${port}/`, { mayBegin: () => false })))
    await closed
    expect([failed.sent, connected, bytes]).toEqual([false, 1, 0])
  })

  it('leaves it open once the request left: reset, silence, cut-off body, no HTTP', async () => {
    const reset = await raw((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const silent = await raw((socket) => socket.resume())
    const cut = await raw((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 201 C\r\ncontent-length: 99\r\n\r\n{"id":')),
    )
    const odd = await raw((socket) => socket.once('data', () => socket.end('what?')))
    for (const port of [reset, silent, cut, odd]) {
      const failed = await failure(sender()(post(`http://127.0.0.1:${port}/`, { timeoutMs: 100 })))
      expect(failed.sent).toBe(true)
    }
  })

  it('reads no more of an answer than its cap', async () => {
    const port = await serve((_, response) => response.end('x'.repeat(5000)))
    expect((await failure(sender({ answerCap: 4999 })(post(`http://127.0.0.1:${port}/`)))).sent).toBe(true)
    expect((await sender({ answerCap: 5000 })(post(`http://127.0.0.1:${port}/`))).body).toHaveLength(5000)
  })

  it('reads on when a kept connection had been closed on the other side', async () => {
    let served = 0
    const port = await raw((socket) => {
      socket.once('data', () => {
        served += 1
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\n{}')
        socket.once('data', () => socket.resetAndDestroy())
      })
    })
    const send = sender()
    const get = post(`http://127.0.0.1:${port}/`, { fresh: false })
    for (let time = 0; time < 3; time += 1) expect((await send(get)).status).toBe(200)
    expect(served).toBeGreaterThan(1)
  })
})
