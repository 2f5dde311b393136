import { distancesIn, noWayOut, type WaysOut } from './distances.ts'
import { findFlow, findStart } from './find-step.ts'
import type { FlowClosure, FlowRef } from './flow.ts'
import { isFlowRef } from './flow-ref.ts'
import { subflowOrder } from './subflow-order.ts'

type Distances = Map<string, (step: string) => WaysOut>

const measured = new WeakMap<FlowClosure, Distances>()

/** The fewest clicks from a step of a flow in the closure to each way out of that flow. Measured once. */
export function waysOutFrom(closure: FlowClosure, flow: FlowRef, step: string): WaysOut {
  const known = measured.get(closure) ?? measure(closure)
  measured.set(closure, known)
  return known.get(flow)?.(step) ?? noWayOut
}

function measure(closure: FlowClosure): Distances {
  const distances: Distances = new Map()
  const find = (ref: string) => (isFlowRef(ref) ? findFlow(closure, ref) : undefined)
  const within = (ref: string) => {
    const start = isFlowRef(ref) ? findStart(closure, ref) : undefined
    return (start === undefined ? undefined : distances.get(ref)?.(start)) ?? noWayOut
  }
  for (const ref of subflowOrder(closure.root, find).order) {
    const flow = find(ref)
    if (flow) distances.set(ref, distancesIn(flow, within))
  }
  return distances
}
