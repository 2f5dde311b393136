import { edgesOf } from './edges.ts'
import type { Edge, Step } from './flow.ts'

/** The ids of the steps an edge can lead to: its target and, for a limited one, where it leads once used up. */
export function targetsOf(edge: Edge): string[] {
  return edge.retry ? [edge.to, edge.retry.otherwise] : [edge.to]
}

/** The ids of the steps that can come right after a step. */
export function successorsOf(step: Step<unknown>): string[] {
  return edgesOf(step).flatMap(({ edge }) => targetsOf(edge))
}

/** Whether a step waits for the technician: one click of theirs. */
export function isClick(step: Step<unknown>): boolean {
  return step.kind !== 'decision' && step.kind !== 'subflow' && step.kind !== 'outcome'
}
