import type { Flow, FlowClosure, FlowRef, Step } from './flow.ts'

/** Published flows never change, so each is indexed once. */
const indexes = new WeakMap<Flow, Map<string, Step>>()

/** The step with this id in a flow of the closure; undefined where flow or step is unknown. */
export function findStep(closure: FlowClosure, ref: FlowRef, id: string): Step | undefined {
  const flow = findFlow(closure, ref)
  return flow && indexOf(flow).get(id)
}

/** The id of the step a published flow begins with; undefined where the flow is unknown or has no start. */
export function findStart(closure: FlowClosure, ref: FlowRef): string | undefined {
  return findFlow(closure, ref)?.steps.find((step) => step.start)?.id
}

/** A flow of the closure by its pinned reference. */
export function findFlow(closure: FlowClosure, ref: FlowRef): Flow | undefined {
  return Object.hasOwn(closure.flows, ref) ? closure.flows[ref] : undefined
}

function indexOf(flow: Flow): Map<string, Step> {
  const known = indexes.get(flow)
  if (known) return known
  const index = new Map<string, Step>()
  for (const step of flow.steps) if (!index.has(step.id)) index.set(step.id, step)
  indexes.set(flow, index)
  return index
}
