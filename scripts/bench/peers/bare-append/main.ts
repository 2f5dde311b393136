import { createServer, type IncomingMessage } from 'node:http'
import postgres from 'postgres'
import { freePort } from '#scripts/serve/free-port.ts'

/**
 * What an append costs at the least: node:http and postgres.js alone run the same statements as the API (role and
 * team, lock, then insert, update and notify at once) in a transaction, without sign-in, checks, redaction, folding or
 * a log of requests.
 */

interface Body {
  events: { id: string; by: string; at: string }[]
}

const [, , url = '', team = ''] = process.argv
const client = postgres(url, { max: 10, onnotice() {} })

const server = createServer(async (request, response) => {
  try {
    const session = request.url?.split('/')[2] ?? ''
    // Only our own load generator calls, with events of this shape.
    const { events } = JSON.parse(await textOf(request)) as Body
    const entries = await append(session, events)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ entries }))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})

function append(
  session: string,
  events: Body['events'],
): Promise<{ seq: number; event: Body['events'][0] }[]> {
  return client.begin(async (sql) => {
    await sql`select set_config('app.team_id', ${team}, true), set_config('role', 'app_user', true)`
    const [row] = await sql`select * from session where id = ${session} for update`
    if (row === undefined) throw new Error('no such session')
    const first = Number(row.seq) + 1
    const entries = events.map((event, index) => ({ seq: first + index, event }))
    const now = new Date()
    const insert = sql`insert into session_event ${sql(
      entries.map(({ seq, event }) => ({
        team_id: team,
        session_id: session,
        seq,
        id: event.id,
        by: event.by,
        at: event.at,
        event: sql.json(event),
        late: null,
        stored_at: now,
      })),
    )}`
    const seq = Number(row.seq) + events.length
    const update = sql`update session set seq = ${seq}, status = 'active', posted_up_to = 0, last_event_at = ${now} where id = ${session}`
    const notify = sql`select pg_notify('session_changed', ${`${team}:${session}`})`
    await Promise.all([insert, update, notify])
    return entries
  })
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  request.setEncoding('utf8')
  for await (const part of request) text += part
  return text
}

const port = await freePort()
server.listen(port, '127.0.0.1', () => process.send?.({ port }))
process.once('disconnect', async () => {
  server.close()
  server.closeAllConnections()
  await client.end({ timeout: 5 })
})
