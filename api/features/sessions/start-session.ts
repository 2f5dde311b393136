import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { session } from '#api/db/schema/session.ts'
import { readClosure } from '#api/features/flows/read-closure.ts'
import { readTicket, type TicketFile } from '#api/features/tickets/read-ticket.ts'
import { Problem } from '#api/problem.ts'
import type { SessionView, StartSession } from '#shared/contracts/session.ts'
import { flowIdOf, isFlowRef } from '#shared/flow/flow-ref.ts'
import { redact } from '#shared/redaction/redact.ts'
import type { SessionHeader } from '#shared/session/session.ts'
import { factsOf } from './facts-of.ts'
import { findSession, requireSeen, type SessionRow } from './load-session.ts'
import { toView } from './view-session.ts'

/**
 * Starts a session on a ticket, or finds the one that is open for this ticket and flow, whoever began it. The ticket's
 * facts are taken down as they are now, secrets replaced. Throws `not_found` (ticket or flow), `ticket_system`.
 */
export async function startTicketSession(context: Context, input: StartSession): Promise<SessionView> {
  authorise(context, 'session.write')
  const file = await readTicket(context, input.ticket)
  return context.db.asTeam(context.team, async (tx) => {
    const flow = requireRef(input.flow)
    if (flow !== null) await readClosure(tx, flow)
    const flowId = flow === null ? '' : flowIdOf(flow)
    const open = await findOpen(tx, input, flowId)
    if (open !== undefined) return toView(tx, requireSeen(context, open))
    const at = new Date(context.clock.now())
    const [started] = await tx
      .insert(session)
      .values({
        teamId: context.team,
        id: input.id,
        ticketId: file.ticket.id,
        ticketKind: file.ticket.kind,
        flowId,
        header: headerOf(context, input.id, flow, file, at),
        status: 'active',
        startedBy: context.member.id,
        startedAt: at,
        lastEventAt: at,
      })
      .onConflictDoNothing()
      .returning()
    // Nothing inserted: the same request twice, or two who start at once. Both get the one that is there.
    if (started === undefined) return toView(tx, await findBegun(tx, context, input, flowId))
    await recordAudit(tx, context, 'session.started', input.id, { ticket: input.ticket.id, flow })
    return toView(tx, started)
  })
}

function requireRef(flow: string | null) {
  if (flow === null || isFlowRef(flow)) return flow
  throw new Problem('invalid', 'A session is pinned to a published version of a flow, such as "outlook@3".')
}

async function findBegun(tx: Tx, context: Context, input: StartSession, flowId: string) {
  const open = await findOpen(tx, input, flowId)
  return open === undefined ? findSession(tx, context, input.id) : requireSeen(context, open)
}

async function findOpen(tx: Tx, { ticket }: StartSession, flowId: string): Promise<SessionRow | undefined> {
  const [row] = await tx
    .select()
    .from(session)
    .where(
      and(
        eq(session.ticketKind, ticket.kind),
        eq(session.ticketId, ticket.id),
        eq(session.flowId, flowId),
        eq(session.open, true),
      ),
    )
  return row
}

function headerOf(
  context: Context,
  id: string,
  flow: SessionHeader['flow'],
  file: TicketFile,
  at: Date,
): SessionHeader {
  const { ticket } = file
  return {
    id,
    rules: 3,
    flow,
    ticket: {
      id: ticket.id,
      kind: ticket.kind,
      summary: redact(ticket.summary, { destination: 'storage' }).text,
      company: { id: ticket.company.id, name: ticket.company.name },
    },
    startedBy: context.member.id,
    startedAt: at.toISOString(),
    facts: factsOf(file),
  }
}
