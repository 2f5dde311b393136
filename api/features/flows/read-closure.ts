import { and, eq, or } from 'drizzle-orm'
import type { Tx } from '#api/db/db.ts'
import { flowVersion } from '#api/db/schema/flow.ts'
import { Problem } from '#api/problem.ts'
import { buildClosure } from '#shared/flow/build-closure.ts'
import type { Flow, FlowClosure, FlowRef } from '#shared/flow/flow.ts'
import { flowIdOf, flowRef } from '#shared/flow/flow-ref.ts'

/** A published flow version with every subflow version it is pinned to. Throws `not_found`. */
export async function readClosure(tx: Tx, root: FlowRef): Promise<FlowClosure> {
  const [top] = await tx.select().from(flowVersion).where(isVersion(root))
  if (top === undefined) throw missing(root)
  const flows = new Map<FlowRef, Flow>([[root, top.flow]])
  if (top.pinned.length > 0) {
    const rows = await tx
      .select()
      .from(flowVersion)
      .where(or(...top.pinned.map(isVersion)))
    for (const row of rows) flows.set(flowRef(row.flowId, row.version), row.flow)
  }
  const built = buildClosure(root, (ref) => flows.get(ref))
  if (!built.ok) throw missing(built.missing.join(', '))
  return built.closure
}

function isVersion(ref: FlowRef) {
  const id = flowIdOf(ref)
  return and(eq(flowVersion.flowId, id), eq(flowVersion.version, Number(ref.slice(id.length + 1))))
}

const missing = (ref: string) => new Problem('not_found', `There is no published flow "${ref}".`)
