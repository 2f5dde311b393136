import { eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type RowsContext } from '#api/context.ts'
import { flow, flowVersion } from '#api/db/schema/flow.ts'
import { Problem } from '#api/problem.ts'
import type { FlowView } from '#shared/contracts/flow.ts'
import { checkFlow } from '#shared/flow/check-flow.ts'
import type { Flow, FlowRef } from '#shared/flow/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import { publishFlow } from '#shared/flow/publish-flow.ts'
import { subflowsOf } from '#shared/flow/subflow-order.ts'
import { readClosure } from './read-closure.ts'
import { findFlowRow, readPublished } from './read-flows.ts'
import { toFlowView } from './view-flow.ts'

/**
 * Publishes a flow's draft as its next version, every subflow pinned to the version that is published now. Throws
 * `not_found`; `invalid` with the findings where the draft has errors; `conflict` where another published first.
 */
export async function publishDraft(context: RowsContext, id: string): Promise<FlowView> {
  authorise(context, 'flow.publish')
  const now = new Date(context.clock.now())
  return context.db.asTeam(context.team, async (tx) => {
    const row = await findFlowRow(tx, id)
    const others = await readPublished(tx)
    others.delete(id)
    requireSound(
      row.draft,
      [...others.values()].map((other) => other.flow),
    )
    const version = (row.version ?? 0) + 1
    const pins = Object.fromEntries([...others].map(([other, published]) => [other, published.version]))
    const published = publishFlow(row.draft, version, pins)
    if (!published.ok)
      throw new Problem('invalid', `Publish these subflows first: ${published.missing.join(', ')}.`)
    const pinned = new Set<FlowRef>()
    for (const sub of subflowsOf(row.draft)) {
      const at = pins[sub]
      if (at === undefined) continue
      const closure = await readClosure(tx, flowRef(sub, at))
      for (const { ref } of refsOf(closure.flows)) pinned.add(ref)
    }
    const [written] = await tx
      .insert(flowVersion)
      .values({
        teamId: context.team,
        flowId: id,
        version,
        flow: published.flow,
        pinned: [...pinned],
        publishedBy: context.member.id,
        publishedAt: now,
      })
      .onConflictDoNothing()
      .returning({ version: flowVersion.version })
    if (written === undefined)
      throw new Problem(
        'conflict',
        'Somebody else has just published this flow. Look at their version first.',
      )
    const [changed] = await tx
      .update(flow)
      .set({ version, publishedAt: now })
      .where(eq(flow.id, id))
      .returning()
    await recordAudit(tx, context, 'flow.published', id, { version })
    return toFlowView(tx, changed ?? row)
  })
}

function requireSound(draft: Flow<unknown>, others: Flow<unknown>[]): void {
  const findings = checkFlow(draft, others)
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  throw new Problem('invalid', `The flow cannot be published yet: ${first.message}${more}`, {
    details: { findings },
  })
}

function refsOf(flows: Record<FlowRef, Flow>): { ref: FlowRef }[] {
  return Object.keys(flows).flatMap((key) => (isRefOf(flows, key) ? [{ ref: key }] : []))
}

const isRefOf = (flows: Record<FlowRef, Flow>, key: string): key is FlowRef => Object.hasOwn(flows, key)
