import type { Flow, FlowClosure, FlowRef } from './flow.ts'
import { isFlowRef } from './flow-ref.ts'
import { subflowsOf } from './subflow-order.ts'

export type Built = { ok: true; closure: FlowClosure } | { ok: false; missing: FlowRef[] }

/**
 * A published flow with everything it can run, each at its pinned version. `lookup` gives published flows;
 * those it does not have are answered as `missing`, so that a caller can fetch them and build again.
 */
export function buildClosure(root: FlowRef, lookup: (ref: FlowRef) => Flow | undefined): Built {
  const flows: Record<FlowRef, Flow> = {}
  const missing: FlowRef[] = []
  const wanted = new Set<FlowRef>([root])
  for (const ref of wanted) {
    const flow = lookup(ref)
    if (!flow) {
      missing.push(ref)
      continue
    }
    flows[ref] = flow
    for (const use of subflowsOf(flow)) if (isFlowRef(use)) wanted.add(use)
  }
  return missing.length > 0 ? { ok: false, missing } : { ok: true, closure: { root, flows } }
}
