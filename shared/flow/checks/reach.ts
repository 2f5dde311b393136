import { OUTCOMES } from '../distances.ts'
import type { DraftGraph } from '../draft-graph.ts'
import { error, type Finding } from '../finding.ts'
import type { Step } from '../flow.ts'
import { successorsOf } from '../successors.ts'

/** Every step can be reached from the start. */
export function checkUnreachable({ flow, starts, reachable }: DraftGraph): Finding[] {
  if (starts.length === 0) return []
  return flow.steps
    .filter(({ id }) => !reachable.has(id))
    .map(({ id, title }) =>
      error(
        'unreachable_step',
        id,
        `Lead to “${title}” from another step, or remove it: nothing leads there.`,
      ),
    )
}

/** From every step that can be reached, an outcome can be reached. */
export function checkDeadEnds(graph: DraftGraph): Finding[] {
  const { flow, steps, reachable } = graph
  const before = new Map<string, string[]>()
  const finishing = new Set<string>()
  for (const step of flow.steps) {
    const successors = successorsOf(step)
    for (const next of successors) {
      const earlier = before.get(next)
      if (earlier) earlier.push(step.id)
      else before.set(next, [step.id])
    }
    if (endsHere(step, graph) || successors.some((next) => !steps.has(next))) finishing.add(step.id)
  }
  for (const id of finishing) for (const earlier of before.get(id) ?? []) finishing.add(earlier)
  return flow.steps
    .filter(({ id }) => reachable.has(id) && !finishing.has(id))
    .map(({ id, title }) =>
      error('dead_end', id, `Lead on from “${title}” to an outcome: no way leads to one.`),
    )
}

/** Whether the session can end at a step, or the step lacks what another check asks for. */
function endsHere(step: Step<unknown>, graph: DraftGraph): boolean {
  if (step.kind === 'question' || step.kind === 'verify') return step.choices.length === 0
  if (step.kind === 'decision') return !step.otherwise
  if (step.kind !== 'subflow') return step.kind === 'outcome'
  const inside = graph.subflow(step.flow)?.ways
  if (!inside) return true
  return OUTCOMES.some(
    (kind) => inside.ends[kind] < Infinity || (!step.on[kind] && inside.exits[kind] < Infinity),
  )
}
