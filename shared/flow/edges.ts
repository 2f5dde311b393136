import type { Edge, Step } from './flow.ts'

/** The edges out of a step with the name of each within it: a choice's id, `next`, `branch-0`, an outcome. */
export function edgesOf(step: Step<unknown>): { exit: string; edge: Edge }[] {
  switch (step.kind) {
    case 'question':
    case 'verify':
      return step.choices.map(({ id, next }) => ({ exit: id, edge: next }))
    case 'instruction':
    case 'input':
      return [{ exit: 'next', edge: step.next }]
    case 'decision': {
      const branches = step.branches.map(({ next }, index) => ({ exit: `branch-${index}`, edge: next }))
      return step.otherwise ? [...branches, { exit: 'otherwise', edge: step.otherwise }] : branches
    }
    case 'subflow':
      return Object.entries(step.on).map(([exit, edge]) => ({ exit, edge }))
    case 'outcome':
      return []
    default:
      return step satisfies never
  }
}

/** The edges out of a step but those that prove something: a check that passed, a subflow that was solved. */
export function unprovenEdges(step: Step<unknown>): { exit: string; edge: Edge }[] {
  return edgesOf(step).filter(({ exit }) =>
    step.kind === 'verify'
      ? !step.choices.some(({ id, passed }) => passed && id === exit)
      : step.kind !== 'subflow' || exit !== 'resolved',
  )
}
