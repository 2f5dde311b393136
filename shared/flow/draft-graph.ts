import { distancesIn, noWayOut, type WaysOut } from './distances.ts'
import type { Flow, Step } from './flow.ts'
import { flowIdOf } from './flow-ref.ts'
import { subflowOrder, subflowsOf } from './subflow-order.ts'
import { successorsOf } from './successors.ts'
import { asUnverified, reachesUnverified, type Unverified } from './unverified.ts'

/** What a parent flow needs to know of a subflow. */
export interface SubflowFacts {
  /** The fewest clicks from its start to each way out of it. */
  ways: WaysOut
  unverified: Unverified
  /** How many flows stand in one another at most, itself included. */
  depth: number
}

/** A draft prepared for its checks, with what is known of the flows it uses. */
export interface DraftGraph {
  flow: Flow<unknown>
  steps: Map<string, Step<unknown>>
  starts: Step<unknown>[]
  /** Ids of the steps that can be reached from a start. */
  reachable: Set<string>
  /** Facts of a subflow by the id or reference its step names; undefined where it is unknown. */
  subflow: (key: string) => SubflowFacts | undefined
  /** The fewest clicks from a step to each way out of the draft. */
  ways: (step: string) => WaysOut
  /** Names of the inputs that the draft and the flows it uses capture. */
  inputs: Set<string>
  /** How many flows stand in one another at most, the draft included. */
  depth: number
  /** Ids of flows that use each other in a circle. */
  cycle: string[] | null
}

/** Prepares a draft and, innermost first, the flows it uses. Linear in all their steps. */
export function graphOf(draft: Flow<unknown>, others: Flow<unknown>[]): DraftGraph {
  const flows = new Map(others.map((flow) => [flow.id, flow]))
  flows.set(draft.id, draft)
  const facts = new Map<string, SubflowFacts>()
  const { order, cycle } = subflowOrder(draft.id, (key) => flows.get(flowIdOf(key)))
  const subflow = (key: string) => facts.get(flowIdOf(key))
  const within = (key: string) => subflow(key)?.ways ?? noWayOut
  let ways: DraftGraph['ways'] = () => noWayOut
  for (const id of order.map(flowIdOf)) {
    const flow = flows.get(id)
    if (!flow) continue
    ways = distancesIn(flow, within)
    const start = flow.steps.find((step) => step.start)
    const unverified = asUnverified(reachesUnverified(flow, (key) => unverifiedIn(subflow(key))))
    facts.set(id, { ways: start ? ways(start.id) : noWayOut, unverified, depth: depthOf(flow, subflow) })
  }
  const inputs = new Set(order.flatMap((id) => inputsOf(flows.get(flowIdOf(id)))))
  const steps = stepsById(draft)
  const starts = draft.steps.filter((step) => step.start)
  const reachable = reachableFrom(steps, starts)
  return {
    flow: draft,
    steps,
    starts,
    reachable,
    subflow,
    ways,
    inputs,
    depth: facts.get(draft.id)?.depth ?? 1,
    cycle,
  }
}

function depthOf(flow: Flow<unknown>, subflow: DraftGraph['subflow']): number {
  return 1 + subflowsOf(flow).reduce((most, key) => Math.max(most, subflow(key)?.depth ?? 0), 0)
}

/** What is known of a subflow's verifying; one that does not exist is reported as such, not again here. */
export function unverifiedIn(facts: SubflowFacts | undefined): Unverified {
  return facts?.unverified ?? { exits: false, ends: false }
}

function inputsOf(flow: Flow<unknown> | undefined): string[] {
  const steps = flow?.steps ?? []
  return steps.flatMap((step) => (step.kind === 'input' ? step.fields.map(({ name }) => name) : []))
}

/** Steps by id, the first of each. */
function stepsById(flow: Flow<unknown>): Map<string, Step<unknown>> {
  const steps = new Map<string, Step<unknown>>()
  for (const step of flow.steps) if (!steps.has(step.id)) steps.set(step.id, step)
  return steps
}

function reachableFrom(steps: Map<string, Step<unknown>>, starts: Step<unknown>[]): Set<string> {
  const reached = new Set(starts.map(({ id }) => id))
  for (const id of reached) {
    const step = steps.get(id)
    for (const next of step ? successorsOf(step) : []) if (steps.has(next)) reached.add(next)
  }
  return reached
}
