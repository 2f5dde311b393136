import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { serveScript } from './scripted-server.ts'
import type { HttpRequest } from './send.ts'

let close = () => {}
afterEach(() => close())

describe('a write of a process that stood still', () => {
  it('never leaves where its time was over once it was connected', async () => {
    const server = await serveScript(() => ({ status: 201, body: {} }))
    close = server.close
    let now = 0
    const send = (request: HttpRequest) => {
      // The process freezes while the connection is made.
      if (request.method === 'POST') now = 10_001
      return server.deps.send(request)
    }
    const client = createClient(server.connection, { ...server.deps, now: () => now, send })
    expect(await client.write('POST', '/a', {}, 10_000)).toMatchObject({ kind: 'not_sent' })
    now = 0
    expect(await client.write('POST', '/a', {}, 10_001)).toMatchObject({ kind: 'answered' })
    expect(server.calls().filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})
