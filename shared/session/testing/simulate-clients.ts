import type { FlowClosure } from '../../flow/flow.ts'
import { chance, pick, type Random, whole } from '../../testing/seeded-random.ts'
import { appendEvents } from '../append.ts'
import type { LogEntry, SessionEvent } from '../event.ts'
import { fold } from '../fold.ts'
import { rebase } from '../rebase.ts'
import type { Session, SessionHeader } from '../session.ts'
import { startSession } from '../start-session.ts'
import { randomBody } from './random-event.ts'
import { colleague, eventOf, member } from './script.ts'

export interface Simulated {
  /** What the server stored. */
  log: LogEntry[]
  /** What each client shows in the end. */
  sessions: Session[]
  /** Ids of all events that were ever created, and of those whose append was answered. */
  created: string[]
  acknowledged: string[]
  /** What each client said would become late, just before the append that stored it. */
  foretold: Map<string, string | null>
}

interface Client {
  by: string
  online: boolean
  /** The server's log as far as this client knows it. */
  log: LogEntry[]
  unsent: SessionEvent[]
  session: Session
}

/** A request on its way: it may be lost before or after the server worked on it, and arrive out of order. */
interface Request {
  client: Client
  base: number
  events: SessionEvent[]
}

/**
 * Several clients work on one session at once: they create events while online or off, send them over a network
 * that loses, repeats and reorders, and rebase when told they are behind. In the end all are online until quiet.
 */
export function simulateClients(
  random: Random,
  header: SessionHeader,
  closure: FlowClosure | null,
  clients: number,
  turns: number,
): Simulated {
  const server = { log: [] as LogEntry[], session: startSession(header, closure) }
  const all = Array.from(
    { length: clients },
    (_, n): Client => ({
      by: n % 2 === 0 ? member : colleague,
      online: true,
      log: [],
      unsent: [],
      session: startSession(header, closure),
    }),
  )
  const result: Simulated = { log: [], sessions: [], created: [], acknowledged: [], foretold: new Map() }
  let inFlight: Request[] = []

  const act = (client: Client) => {
    const body = randomBody(random, closure, client.session, result.created)
    const event = eventOf(result.created.length + 1, body, client.by)
    result.created.push(event.id)
    client.unsent.push(event)
    show(client)
  }
  /** Folds what the server has and what it does not have yet. */
  const show = (client: Client) => {
    const { session, unsent, late } = rebase(header, closure, client.log, client.unsent)
    Object.assign(client, { session, unsent })
    for (const { id } of unsent) result.foretold.set(id, null)
    for (const { event, reason } of late) result.foretold.set(event.id, reason)
  }
  const learn = (client: Client, entries: LogEntry[]) => {
    const head = client.log.length
    const next = entries.filter(({ seq }) => seq > head)
    if (next[0] && next[0].seq !== head + 1) return
    client.log.push(...next)
    show(client)
  }
  const send = (client: Client) => {
    if (client.unsent.length === 0) return
    const events = client.unsent.slice(0, 1 + whole(random, client.unsent.length))
    const request = { client, base: client.log.length, events }
    inFlight.push(...(chance(random, 0.2) ? [request, request] : [request]))
  }
  /** The API's rule: a stale append is answered with what is missing, any other is stored. */
  const serve = ({ base, events }: Request): { status: 200 | 409; entries: LogEntry[] } => {
    if (base !== server.log.length) return { status: 409, entries: server.log.slice(base) }
    const { entries, session } = appendEvents(server.session, closure, events, server.log.length)
    server.log.push(...entries)
    server.session = session
    return { status: 200, entries }
  }
  const deliver = (request: Request, lossy: boolean) => {
    if (lossy && chance(random, 0.2)) return
    const { status, entries } = serve(request)
    if (lossy && chance(random, 0.2)) return
    if (status === 200) result.acknowledged.push(...entries.map(({ event }) => event.id))
    learn(request.client, entries)
  }

  for (let turn = 0; turn < turns; turn++) {
    const client = pick(random, all)
    if (chance(random, 0.05)) client.online = !client.online
    if (chance(random, 0.5)) act(client)
    if (client.online && chance(random, 0.6)) send(client)
    if (client.online && chance(random, 0.3)) learn(client, server.log.slice(client.log.length))
    while (inFlight.length > 0 && chance(random, 0.6)) {
      const [request] = inFlight.splice(whole(random, inFlight.length), 1)
      if (request) deliver(request, true)
    }
  }
  inFlight = inFlight.filter(() => chance(random, 0.5))
  for (const request of inFlight) deliver(request, true)
  for (const client of all) {
    for (let tries = 0; client.unsent.length > 0; tries++) {
      if (tries > 10) throw new Error('A client that is online never gets rid of its events.')
      deliver({ client, base: client.log.length, events: client.unsent }, false)
    }
  }
  for (const client of all) learn(client, server.log.slice(client.log.length))
  result.log = server.log
  result.sessions = [...all.map(({ session }) => session), server.session, fold(header, closure, server.log)]
  return result
}
