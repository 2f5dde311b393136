import type { DraftGraph } from '../draft-graph.ts'
import { edgesOf } from '../edges.ts'
import { error, type Finding } from '../finding.ts'
import type { Step } from '../flow.ts'
import { targetsOf } from '../successors.ts'

/** Every edge leads to a step that exists. */
export function checkTargets({ flow, steps }: DraftGraph): Finding[] {
  return flow.steps.flatMap((step) =>
    edgesOf(step).flatMap(({ exit, edge }) =>
      targetsOf(edge).flatMap((target) => {
        if (steps.has(target)) return []
        return target.trim() ? unknownTarget(step, exit, target) : withoutTarget(step, exit)
      }),
    ),
  )
}

function unknownTarget(step: Step<unknown>, exit: string, target: string): Finding[] {
  const message = `Choose an existing step after ${place(step, exit)}: there is no step “${target}”.`
  return [error('unknown_target', step.id, message)]
}

function withoutTarget(step: Step<unknown>, exit: string): Finding[] {
  const code = 'choices' in step ? 'choice_without_target' : 'step_without_target'
  return [error(code, step.id, `Choose the step that follows ${place(step, exit)}.`)]
}

function place(step: Step<unknown>, exit: string): string {
  const choice = 'choices' in step ? step.choices.find(({ id }) => id === exit) : undefined
  return choice ? `the answer “${choice.label}” of “${step.title}”` : `“${step.title}”`
}
