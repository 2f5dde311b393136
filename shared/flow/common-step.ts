import { unprovenEdges } from './edges.ts'
import { findStep } from './find-step.ts'
import type { Flow, FlowClosure, FlowRef } from './flow.ts'

/** A step under the nearest one that every way on from it comes through. */
interface Node {
  id: string
  up: Node | null
  depth: number
}

/** Published flows never change, so each is looked through once. */
const trees = new WeakMap<Flow, Map<string, Node | null>>()

/**
 * The nearest step that every way on from each of these steps of a flow comes through, which may be one of them;
 * undefined where the ways do not come together. A way on takes no answer by which a verify step counts as passed, no
 * solution of a subflow, and nothing straight into an outcome; a loop is left by where it leads once used up.
 */
export function commonStep(closure: FlowClosure, ref: FlowRef, steps: string[]): string | undefined {
  const flow = closure.flows[ref]
  if (!flow) return undefined
  const tree = trees.get(flow) ?? new Map<string, Node | null>()
  trees.set(flow, tree)

  const meeting = (ids: string[]): Node | null => {
    let met: Node | null | undefined
    for (const id of ids) met = met === undefined ? nodeOf(id) : meet(met, nodeOf(id))
    return met ?? null
  }
  /** Null for a step that is just being looked through: in a sound flow no way on comes back to it. */
  const nodeOf = (id: string): Node | null => {
    const known = tree.get(id)
    if (known !== undefined) return known
    tree.set(id, null)
    const up = meeting(onwards(closure, ref, id))
    const node = { id, up, depth: up ? up.depth + 1 : 0 }
    tree.set(id, node)
    return node
  }
  return meeting(steps)?.id
}

function meet(one: Node | null, other: Node | null): Node | null {
  let [a, b] = [one, other]
  while (a && b && a !== b) {
    if (a.depth < b.depth) b = b.up
    else a = a.up
  }
  return a && b
}

function onwards(closure: FlowClosure, ref: FlowRef, id: string): string[] {
  const step = findStep(closure, ref, id)
  return (step ? unprovenEdges(step) : [])
    .map(({ edge }) => edge.retry?.otherwise ?? edge.to)
    .filter((to) => findStep(closure, ref, to)?.kind !== 'outcome')
}
