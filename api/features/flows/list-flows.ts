import { asc } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import { flow } from '#api/db/schema/flow.ts'
import { indexFlows } from '#api/features/suggestions/index-flows.ts'
import { keepIndex } from '#api/features/suggestions/keep-index.ts'
import type { FlowSummary } from '#shared/contracts/flow.ts'
import { toSummary } from './view-flow.ts'

/** All flows by title, or those that match what is typed, best first. */
export async function listFlows(
  context: Context,
  text: string | undefined,
): Promise<{ flows: FlowSummary[] }> {
  authorise(context, 'flow.read')
  const rows = await context.db.asTeam(context.team, (tx) => tx.select().from(flow).orderBy(asc(flow.id)))
  const summaries = rows.map(toSummary).sort((a, b) => a.title.localeCompare(b.title))
  if (text === undefined || text.trim() === '') return { flows: summaries }
  const states = rows.map(({ id, draftChangedAt }) => `${id}@${draftChangedAt.getTime()}`)
  const index = await keepIndex(context.cache.drafts, context.team, states, async () =>
    indexFlows(rows.map(({ draft }) => draft)),
  )
  const byId = new Map(summaries.map((summary) => [summary.id, summary]))
  return { flows: index.type(text).flatMap((id) => byId.get(id) ?? []) }
}
