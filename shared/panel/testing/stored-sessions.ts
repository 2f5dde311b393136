import { ApiError } from '#shared/client.ts'
import type { SessionView, StartSession } from '#shared/contracts/session.ts'
import type { FlowClosure, FlowRef } from '#shared/flow/flow.ts'
import { appendEvents } from '#shared/session/append.ts'
import type { LogEntry, SessionEvent } from '#shared/session/event.ts'
import { fold } from '#shared/session/fold.ts'
import { redactEvent } from '#shared/session/redact-event.ts'
import { printerClosure } from '#shared/session/testing/printer-flow.ts'
import { outlookClosure } from './demo-flow.ts'
import { member, someTicket } from './demo-records.ts'

/** A session as the double keeps it, with those who follow it. */
export interface Stored extends SessionView {
  listeners: Set<(event: string, data: unknown) => void>
}

/** The flows of the double. */
export const closures: FlowClosure[] = [outlookClosure(), printerClosure]

/** Throws what the API answers where it is missing. */
export function find<Value>(all: Map<string, Value>, id: string | number | undefined): Value {
  const found = all.get(String(id))
  if (found === undefined) throw new ApiError('not_found', 'Not here.', { status: 404 })
  return found
}

/** Appends events as the API does, redacted; tells those who follow. */
export function store(session: Stored, events: SessionEvent[]): LogEntry[] {
  const state = fold(session.header, session.closure, session.log)
  const { entries } = appendEvents(state, session.closure, events.map(redactEvent), session.log.length)
  session.log.push(...entries)
  for (const tell of session.listeners) if (entries.length > 0) tell('entries', { entries })
  return entries
}

/** What a client sees of it. */
export const viewOf = ({ listeners: _, ...view }: Stored): SessionView => view

/** A session on a ticket: the one that is open already, else a new one. */
export function start(sessions: Map<string, Stored>, body: StartSession, now: number): Stored {
  const open = [...sessions.values()].find(
    ({ header, closure, log }) =>
      header.ticket.id === body.ticket.id &&
      (header.flow?.split('@')[0] ?? null) === body.flow &&
      fold(header, closure, log).status !== 'ended',
  )
  if (open) return open
  const closure = closures.find(({ root }) => root.split('@')[0] === body.flow) ?? null
  const { summary, company, contact, configurations } = someTicket(body.ticket.id)
  const flow: FlowRef | null = closure?.root ?? null
  const session: Stored = {
    header: {
      id: body.id,
      rules: 3,
      flow,
      ticket: { ...body.ticket, summary, company },
      startedBy: member,
      startedAt: new Date(now).toISOString(),
      facts: { 'contact.name': contact?.name ?? '', 'configuration.name': configurations[0]?.name ?? '' },
    },
    closure,
    log: [],
    posts: [],
    members: { [member]: 'Kim Berg' },
    listeners: new Set(),
  }
  sessions.set(body.id, session)
  return session
}
