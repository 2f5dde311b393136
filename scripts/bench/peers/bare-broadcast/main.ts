import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { freePort } from '#scripts/serve/free-port.ts'

/**
 * What a broadcast costs at the least: node:http alone keeps the followers of each session and writes to all of them
 * what is posted to it, without a database, sign-in or checks.
 */

const followers = new Map<string, Set<ServerResponse>>()

const server = createServer(async (request, response) => {
  const session = request.url?.split('/')[2] ?? ''
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n')
    const all = followers.get(session) ?? new Set()
    followers.set(session, all.add(response))
    response.once('close', () => all.delete(response))
    return
  }
  // Only our own load comes here: events, of which the answer has to say that they are stored.
  const { base, events } = JSON.parse(await textOf(request)) as { base: number; events: unknown[] }
  const entries = events.map((event, index) => ({ seq: base + index + 1, event }))
  const data = JSON.stringify({ entries })
  for (const follower of followers.get(session) ?? []) follower.write(`event: entries\ndata: ${data}\n\n`)
  response.writeHead(200, { 'content-type': 'application/json' }).end(data)
})

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  request.setEncoding('utf8')
  for await (const part of request) text += part
  return text
}

const port = await freePort()
server.listen(port, '127.0.0.1', () => process.send?.({ port }))
process.once('disconnect', () => {
  server.close()
  server.closeAllConnections()
})
