import { edgesOf, targetsOf } from './edges.ts'
import type { Flow, Step } from './flow.ts'

/**
 * The steps where a flow can end resolved although no verify step was passed on the way: resolved outcomes, and
 * subflow steps that end everything by an unverified outcome of theirs. `verifiedSubflow` tells whether every
 * way to a subflow's resolved outcome passes a verify step.
 */
export function reachesUnverified(
  flow: Flow<unknown>,
  verifiedSubflow: (key: string) => boolean,
): Step<unknown>[] {
  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  const reached = new Set(flow.steps.filter((step) => step.start).map(({ id }) => id))
  const found: Step<unknown>[] = []
  for (const id of reached) {
    const step = steps.get(id)
    if (!step) continue
    const unverified = step.kind !== 'subflow' || !verifiedSubflow(step.flow)
    if (step.kind === 'outcome' && step.outcome === 'resolved') found.push(step)
    if (step.kind === 'subflow' && !step.on.resolved && unverified) found.push(step)
    for (const next of unverifiedTargets(step, unverified)) reached.add(next)
  }
  return found
}

/** Where a step leads without anything verified: a passed verify and a verified subflow's solution do not count. */
function unverifiedTargets(step: Step<unknown>, unverified: boolean): string[] {
  if (step.kind === 'verify') {
    return step.choices.filter(({ passed }) => !passed).flatMap(({ next }) => targetsOf(next))
  }
  return edgesOf(step)
    .filter(({ exit }) => step.kind !== 'subflow' || exit !== 'resolved' || unverified)
    .flatMap(({ edge }) => targetsOf(edge))
}
