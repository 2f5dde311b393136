import { and, count, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Context } from '#api/context.ts'
import { session } from '#api/db/schema/session.ts'
import { whichAreSeen } from '#api/features/sessions/load-session.ts'
import type { Suggestion } from '#shared/contracts/ticket.ts'

/** What became of the sessions along these flows that the member may see, by flow id; nothing of those never ended. */
export async function readPasts(
  context: Context,
  flows: readonly string[],
): Promise<Map<string, NonNullable<Suggestion['past']>>> {
  if (flows.length === 0) return new Map()
  const { flowId, outcome } = session
  const rows = await context.db.asTeam(context.team, (tx) =>
    tx
      .select({
        flowId,
        used: count(),
        resolved: sql<number>`count(*) filter (where ${outcome} = 'resolved')`.mapWith(Number),
      })
      .from(session)
      .where(and(inArray(flowId, [...flows]), isNotNull(outcome), whichAreSeen(context)))
      .groupBy(flowId),
  )
  return new Map(rows.map(({ flowId, used, resolved }) => [flowId, { used, resolved }]))
}
