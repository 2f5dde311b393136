import { asc } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import { flow } from '#api/db/schema/flow.ts'
import { rankFlows } from '#api/features/suggestions/rank-flows.ts'
import type { FlowSummary } from '#shared/contracts/flow.ts'
import { toSummary } from './view-flow.ts'

/** All flows by title, or those that match a text, best first. */
export async function listFlows(
  context: Context,
  text: string | undefined,
): Promise<{ flows: FlowSummary[] }> {
  authorise(context, 'flow.read')
  const rows = await context.db.asTeam(context.team, (tx) => tx.select().from(flow).orderBy(asc(flow.id)))
  const summaries = rows.map(toSummary).sort((a, b) => a.title.localeCompare(b.title))
  if (text === undefined || text.trim() === '') return { flows: summaries }
  const order = rankFlows(
    rows.map(({ draft }) => draft),
    text,
  )
  return { flows: order.flatMap((id) => summaries.filter((summary) => summary.id === id)) }
}
