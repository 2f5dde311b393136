import { authorise, type RowsContext } from '#api/context.ts'
import type { FlowFindings } from '#shared/contracts/flow.ts'
import { checkFlow } from '#shared/flow/check-flow.ts'
import { findFlowRow, readPublished } from './read-flows.ts'

/** Everything wrong with a flow's draft, errors first. Throws `not_found`. */
export async function checkDraft(context: RowsContext, id: string): Promise<FlowFindings> {
  authorise(context, 'flow.read')
  return context.db.asTeam(context.team, async (tx) => {
    const { draft } = await findFlowRow(tx, id)
    const published = await readPublished(tx)
    published.delete(id)
    return {
      findings: checkFlow(
        draft,
        [...published.values()].map(({ flow }) => flow),
      ),
    }
  })
}
