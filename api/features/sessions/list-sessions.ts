import { and, desc, eq } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import { flowVersion } from '#api/db/schema/flow.ts'
import { session } from '#api/db/schema/session.ts'
import type { SessionSummary } from '#shared/contracts/session.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'

const most = 100

/** The latest sessions of the team: on one ticket, or begun by the member, or both. */
export async function listSessions(
  context: Context,
  wanted: { ticket?: number; mine: boolean },
): Promise<{ sessions: SessionSummary[] }> {
  authorise(context, 'session.read')
  return context.db.asTeam(context.team, async (tx) => {
    const rows = await tx
      .select()
      .from(session)
      .where(
        and(
          wanted.ticket === undefined ? undefined : eq(session.ticketId, wanted.ticket),
          wanted.mine ? eq(session.startedBy, context.member.id) : undefined,
        ),
      )
      .orderBy(desc(session.lastEventAt))
      .limit(most)
    const versions = await tx
      .select({ flow: flowVersion.flowId, version: flowVersion.version, content: flowVersion.flow })
      .from(flowVersion)
    const titles = new Map(
      versions.map(({ flow, version, content }) => [flowRef(flow, version), content.title]),
    )
    return {
      sessions: rows.map(({ id, header, status, startedAt, lastEventAt, seq, postedUpTo }) => ({
        id,
        ticket: header.ticket,
        flowTitle: header.flow === null ? null : (titles.get(header.flow) ?? null),
        flow: header.flow,
        status,
        startedBy: header.startedBy,
        startedAt: startedAt.toISOString(),
        lastEventAt: lastEventAt.toISOString(),
        unposted: Math.max(0, seq - postedUpTo),
      })),
    }
  })
}
