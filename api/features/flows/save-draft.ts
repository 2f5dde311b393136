import { eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type RowsContext } from '#api/context.ts'
import { flow } from '#api/db/schema/flow.ts'
import { Problem } from '#api/problem.ts'
import type { FlowView } from '#shared/contracts/flow.ts'
import type { FlowDraft } from '#shared/flow/flow.ts'
import { toFlowView } from './view-flow.ts'

/** Replaces a flow's draft; published versions stay as they are. Throws `not_found`, `invalid` where the id differs. */
export async function saveDraft(context: RowsContext, id: string, draft: FlowDraft): Promise<FlowView> {
  authorise(context, 'flow.write')
  if (draft.id !== id) throw new Problem('invalid', `This draft is of "${draft.id}", not of "${id}".`)
  return context.db.asTeam(context.team, async (tx) => {
    const [row] = await tx
      .update(flow)
      .set({ draft, draftChangedAt: new Date(context.clock.now()) })
      .where(eq(flow.id, id))
      .returning()
    if (row === undefined) throw new Problem('not_found', `There is no flow "${id}".`)
    await recordAudit(tx, context, 'flow.draft_saved', id)
    return toFlowView(tx, row)
  })
}
