import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '#api/db/db.ts'
import { flow, flowVersion } from '#api/db/schema/flow.ts'
import { Problem } from '#api/problem.ts'
import type { Flow, FlowRef } from '#shared/flow/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'

export type FlowRow = typeof flow.$inferSelect

/** A flow of the team with its draft. Throws `not_found`, for unknown and foreign ids alike. */
export async function findFlowRow(tx: Tx, id: string): Promise<FlowRow> {
  const [row] = await tx.select().from(flow).where(eq(flow.id, id))
  if (row === undefined) throw new Problem('not_found', `There is no flow "${id}".`)
  return row
}

/** The latest published version of every flow of the team, by flow id. */
export async function readPublished(
  tx: Tx,
): Promise<Map<string, { ref: FlowRef; version: number; flow: Flow }>> {
  const rows = await tx
    .select({ id: flowVersion.flowId, version: flowVersion.version, content: flowVersion.flow })
    .from(flowVersion)
    .innerJoin(flow, and(eq(flow.id, flowVersion.flowId), eq(flow.version, flowVersion.version)))
    .orderBy(desc(flowVersion.publishedAt))
  return new Map(
    rows.map(({ id, version, content }) => [id, { ref: flowRef(id, version), version, flow: content }]),
  )
}

/** References to the latest published version of every flow of the team, in no order. */
export async function readPublishedRefs(tx: Tx): Promise<FlowRef[]> {
  const rows = await tx
    .select({ id: flow.id, version: flow.version })
    .from(flow)
    .where(isNotNull(flow.version))
  return rows.flatMap(({ id, version }) => (version === null ? [] : [flowRef(id, version)]))
}
