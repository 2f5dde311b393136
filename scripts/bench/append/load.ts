import { Agent, request } from 'node:http'
import type { SessionEvent } from '#shared/session/event.ts'

/** Where a load goes: a server that takes appends, and the bearer it wants. */
export interface Target {
  port: number
  token: string
}

/** A session with what is to be appended to it, one event a request. */
export interface Walk {
  session: string
  events: SessionEvent[]
}

/** So many technicians at once, each over a connection that stays open. */
export const clients = 8

/** Drives a target: every client walks its sessions to the end. Resolves to requests per second. */
export async function drive(target: Target, walks: Walk[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const waiting = [...walks]
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let walk = waiting.pop(); walk !== undefined; walk = waiting.pop())
        for (const [base, event] of walk.events.entries())
          await append(agent, target, walk.session, { base, events: [event] })
    }),
  )
  const seconds = (performance.now() - started) / 1_000
  agent.destroy()
  return walks.reduce((sum, { events }) => sum + events.length, 0) / seconds
}

/** Appends events to a session. Rejects where they are not stored as they were sent. */
export function append(
  agent: Agent,
  { port, token }: Target,
  session: string,
  what: { base: number; events: SessionEvent[] },
): Promise<void> {
  const body = JSON.stringify(what)
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/sessions/${session}/events`,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => {
          const isStored = answer.statusCode === 200 && text.includes('"seq"') && !text.includes('"late":"')
          if (isStored) resolve()
          else reject(new Error(`An append was answered ${answer.statusCode}: ${text.slice(0, 300)}`))
        })
        answer.on('error', reject)
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
