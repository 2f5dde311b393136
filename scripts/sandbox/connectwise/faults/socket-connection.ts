import type { Socket } from 'node:net'
import type { Writable } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Connection } from './connection.ts'

/** Faults on a real socket: a plain connection is reset (RST), one with TLS is closed in mid-air. */
export class SocketConnection implements Connection {
  private readonly socket: Socket
  private readonly outgoing: Writable

  constructor(socket: Socket, outgoing: Writable) {
    this.socket = socket
    this.outgoing = outgoing
  }

  reset(): Response {
    if (this.socket instanceof TLSSocket) this.socket.destroy()
    else this.socket.resetAndDestroy()
    return RESPONSE_ALREADY_SENT
  }

  hang(): Promise<Response> {
    return new Promise((resolve) => {
      this.outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT))
    })
  }

  async truncate(response: Response): Promise<Response> {
    const body = Buffer.from(await response.arrayBuffer())
    const head = [...response.headers, ['content-length', String(body.length)]]
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
    const start = `HTTP/1.1 ${response.status} ${response.status < 400 ? 'OK' : 'Error'}\r\n${head}\r\n`
    this.socket.write(start)
    await new Promise((resolve) => {
      this.socket.end(body.subarray(0, Math.floor(body.length / 2)), () => resolve(undefined))
    })
    this.socket.destroySoon()
    return RESPONSE_ALREADY_SENT
  }
}
