import { edgesOf } from './edges.ts'
import type { Flow, Step } from './flow.ts'
import { targetsOf } from './successors.ts'

/** Where a subflow reaches its solution without having verified anything. */
export interface Unverified {
  /** At a resolved outcome of its own, which leads a caller on. */
  exits: boolean
  /** Where the whole session ends inside one of its own subflows. */
  ends: boolean
}

/**
 * The steps where a flow can end resolved although no verify step was passed on the way: resolved outcomes, and
 * subflow steps in which the session ends so. `within` tells the same of the flow that a subflow step runs.
 */
export function reachesUnverified(flow: Flow<unknown>, within: (key: string) => Unverified): Step<unknown>[] {
  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  const reached = new Set(flow.steps.filter((step) => step.start).map(({ id }) => id))
  const found: Step<unknown>[] = []
  for (const id of reached) {
    const step = steps.get(id)
    if (!step) continue
    const inside = step.kind === 'subflow' ? within(step.flow) : { exits: true, ends: false }
    if (step.kind === 'outcome' && step.outcome === 'resolved') found.push(step)
    if (step.kind === 'subflow' && (inside.ends || (inside.exits && !step.on.resolved))) found.push(step)
    for (const next of unverifiedTargets(step, inside.exits)) reached.add(next)
  }
  return found
}

/** What `reachesUnverified` found, as a caller of the flow needs to know it. */
export function asUnverified(found: Step<unknown>[]): Unverified {
  return {
    exits: found.some(({ kind }) => kind === 'outcome'),
    ends: found.some(({ kind }) => kind === 'subflow'),
  }
}

/** Where a step leads without anything verified: a passed verify and a verified subflow's solution do not count. */
function unverifiedTargets(step: Step<unknown>, insideUnverified: boolean): string[] {
  if (step.kind === 'verify') {
    return step.choices.filter(({ passed }) => !passed).flatMap(({ next }) => targetsOf(next))
  }
  return edgesOf(step)
    .filter(({ exit }) => step.kind !== 'subflow' || exit !== 'resolved' || insideUnverified)
    .flatMap(({ edge }) => targetsOf(edge))
}
