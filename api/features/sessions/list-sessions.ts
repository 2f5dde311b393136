import { and, desc, eq, sql } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { flowVersion } from '#api/db/schema/flow.ts'
import { session, sessionEvent } from '#api/db/schema/session.ts'
import type { SessionSummary } from '#shared/contracts/session.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import type { SessionEvent } from '#shared/session/event.ts'
import { whichAreSeen } from './load-session.ts'
import { readNames } from './view-session.ts'

const most = 100

/** The latest sessions of the team that the member sees: on one ticket, or begun by the member, or both. */
export async function listSessions(
  context: Context,
  wanted: { ticket?: number; mine: boolean },
): Promise<{ sessions: SessionSummary[] }> {
  authorise(context, 'session.read')
  return context.db.asTeam(context.team, async (tx) => {
    const rows = await tx
      .select({ row: session, unposted: countUnposted, parked: lastParked })
      .from(session)
      .where(
        and(
          wanted.ticket === undefined ? undefined : eq(session.ticketId, wanted.ticket),
          whichAreSeen(context),
          wanted.mine ? eq(session.startedBy, context.member.id) : undefined,
        ),
      )
      .orderBy(desc(session.lastEventAt))
      .limit(most)
    const titles = await readTitles(tx)
    const names = await readNames(
      tx,
      rows.map(({ row }) => row.startedBy),
    )
    return {
      sessions: rows.map(({ row: { id, header, status, startedAt, lastEventAt }, unposted, parked }) => ({
        id,
        ticket: header.ticket,
        flow: header.flow,
        flowTitle: header.flow === null ? null : (titles.get(header.flow) ?? null),
        status,
        startedBy: header.startedBy,
        startedByName: names[header.startedBy] ?? '',
        startedAt: startedAt.toISOString(),
        lastEventAt: lastEventAt.toISOString(),
        ...(status === 'parked' && parked?.type === 'parked' && { parked: waitOf(parked) }),
        unposted: Number(unposted),
      })),
    }
  })
}

/** Events that no post covers; those that record posts need none. Named in full: columns of the inner query come first. */
const countUnposted = sql<number>`(
  select count(*) from ${sessionEvent} e
  where e.team_id = session.team_id and e.session_id = session.id and e.seq > session.posted_up_to
    and e.event ->> 'type' not in ('posted', 'post_withdrawn'))`

/** The event that parked a session last; one that came late parked nothing. */
const lastParked = sql<SessionEvent | null>`(
  select e.event from ${sessionEvent} e
  where e.team_id = session.team_id and e.session_id = session.id and session.status = 'parked'
    and e.event ->> 'type' = 'parked' and e.late is null
  order by e.seq desc limit 1)`

function waitOf({ reason, until, words }: SessionEvent & { type: 'parked' }): SessionSummary['parked'] {
  return { reason, ...(until !== undefined && { until }), ...(words !== undefined && { words }) }
}

async function readTitles(tx: Tx): Promise<Map<string, string>> {
  const versions = await tx
    .select({
      flow: flowVersion.flowId,
      version: flowVersion.version,
      title: sql<string>`${flowVersion.flow} ->> 'title'`,
    })
    .from(flowVersion)
  return new Map(versions.map(({ flow, version, title }) => [flowRef(flow, version), title]))
}
