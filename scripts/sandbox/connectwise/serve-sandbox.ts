import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.ts'
import { SocketConnection } from './faults/socket-connection.ts'

/** Where and how to listen. */
export interface ServeOptions extends SandboxOptions {
  /** 0 takes any free port. */
  port: number
  /** Default 127.0.0.1. */
  host?: string
  tls?: { cert: string; key: string }
}

/** A sandbox that listens. */
export interface ServedSandbox {
  sandbox: Sandbox
  /** Origin, without a slash at the end. */
  url: string
  close(): Promise<void>
}

/** Starts a sandbox on its own port. Rejects where the port is taken. */
export async function serveSandbox(options: ServeOptions): Promise<ServedSandbox> {
  const sandbox = createSandbox(options)
  const listener = getRequestListener(
    (request, { incoming, outgoing }) =>
      sandbox.fetch(request, new SocketConnection(incoming.socket, outgoing)),
    { overrideGlobalObjects: false },
  )
  const server: Server = options.tls ? createHttpsServer(options.tls, listener) : createHttpServer(listener)
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, resolve)
  })
  const address = server.address()
  const port = isAddress(address) ? address.port : options.port
  return {
    sandbox,
    url: `${options.tls ? 'https' : 'http'}://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        sandbox.late.drop()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
