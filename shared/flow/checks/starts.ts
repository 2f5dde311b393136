import type { DraftGraph } from '../draft-graph.ts'
import { error, type Finding } from '../finding.ts'

/** A flow has steps, and begins with exactly one of them. */
export function checkStarts({ flow, starts }: DraftGraph): Finding[] {
  if (flow.steps.length === 0)
    return [error('no_steps', undefined, 'Add the first step and mark it as the start.')]
  if (starts.length === 0)
    return [error('no_start', undefined, 'Mark the step where the flow begins as its start.')]
  return starts
    .slice(1)
    .map(({ id, title }) =>
      error(
        'several_starts',
        id,
        `Let the flow start at one step only: “${title}” is marked as a start too.`,
      ),
    )
}
