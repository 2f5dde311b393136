import { authorise, type Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import type { FlowClosure } from '#shared/flow/flow.ts'
import { isFlowRef } from '#shared/flow/flow-ref.ts'
import { readClosure } from './read-closure.ts'

/** A published flow version with all it needs, such as `outlook@3`. Throws `not_found`. */
export async function viewClosure(context: Context, ref: string): Promise<FlowClosure> {
  authorise(context, 'flow.read')
  if (!isFlowRef(ref)) throw new Problem('not_found', `There is no published flow "${ref}".`)
  return context.db.asTeam(context.team, (tx) => readClosure(tx, ref))
}
