import { isNotNull } from 'drizzle-orm'
import type { RowsContext } from '#api/context.ts'
import { flow } from '#api/db/schema/flow.ts'
import { createFlow } from '#api/features/flows/create-flow.ts'
import { publishDraft } from '#api/features/flows/publish-draft.ts'
import { Problem } from '#api/problem.ts'
import { readSeedFlows } from './read-seed-flows.ts'

/** Publishes the flows that come with the product; what is published already stays as it is. Resolves to the ids of the others. */
export async function publishSeedFlows(context: RowsContext): Promise<string[]> {
  const rows = await context.db.asTeam(context.team, (tx) =>
    tx.select({ id: flow.id }).from(flow).where(isNotNull(flow.version)),
  )
  const known = new Set(rows.map(({ id }) => id))
  const missing = (await readSeedFlows()).filter(({ id }) => !known.has(id))
  for (const draft of missing) {
    await createFlow(context, draft).catch((error: unknown) => {
      if (!(error instanceof Problem && error.code === 'conflict')) throw error
    })
    await publishDraft(context, draft.id)
  }
  return missing.map(({ id }) => id)
}
