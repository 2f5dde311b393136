import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Api } from './http/serve.ts'

/** Serves an app on a port. Rejects with a sentence where the port is taken. */
export async function listen(api: Api, port: number, host: string): Promise<{ close(): Promise<void> }> {
  const server = createServer(getRequestListener(api.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 10}`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, host, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
