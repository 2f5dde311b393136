import { authorise, type Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import type { FlowSummary, FlowView } from '#shared/contracts/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import { readClosure } from './read-closure.ts'
import { type FlowRow, findFlowRow } from './read-flows.ts'

/** A flow with its draft and its latest published version. Throws `not_found`. */
export async function viewFlow(context: Context, id: string): Promise<FlowView> {
  authorise(context, 'flow.read')
  return context.db.asTeam(context.team, async (tx) => toFlowView(tx, await findFlowRow(tx, id)))
}

/** The same of a row already read. */
export async function toFlowView(tx: Tx, row: FlowRow): Promise<FlowView> {
  const published = row.version === null ? null : await readClosure(tx, flowRef(row.id, row.version))
  return { ...toSummary(row), draft: row.draft, published }
}

/** A flow as a line of a list. */
export function toSummary({ id, draft, version, publishedAt, draftChangedAt }: FlowRow): FlowSummary {
  return {
    id,
    title: draft.title,
    summary: draft.summary,
    kind: draft.kind,
    version,
    steps: draft.steps.length,
    draftChanged: publishedAt === null || draftChangedAt > publishedAt,
  }
}
