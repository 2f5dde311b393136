import { recordAudit } from '#api/audit.ts'
import { authorise, type RowsContext } from '#api/context.ts'
import { flow } from '#api/db/schema/flow.ts'
import { Problem } from '#api/problem.ts'
import type { FlowView } from '#shared/contracts/flow.ts'
import type { FlowDraft } from '#shared/flow/flow.ts'
import { toFlowView } from './view-flow.ts'

/** Creates a flow from a draft, which may still be unfinished. Throws `conflict` where the id is taken. */
export async function createFlow(context: RowsContext, draft: FlowDraft): Promise<FlowView> {
  authorise(context, 'flow.write')
  const now = new Date(context.clock.now())
  return context.db.asTeam(context.team, async (tx) => {
    const [row] = await tx
      .insert(flow)
      .values({
        teamId: context.team,
        id: draft.id,
        draft,
        draftChangedAt: now,
        createdBy: context.member.id,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning()
    if (row === undefined)
      throw new Problem(
        'conflict',
        `There is a flow "${draft.id}" already. Choose another id, or change that one.`,
      )
    await recordAudit(tx, context, 'flow.created', draft.id)
    return toFlowView(tx, row)
  })
}
