import type { Flow } from './flow.ts'

/**
 * The flows that a flow can reach through its subflow steps, each after those it uses itself, the root last.
 * `cycle` names flows that use each other in a circle, if there are any; unknown ones are left out.
 * `key` is whatever subflow steps and `find` call a flow.
 */
export function subflowOrder(
  root: string,
  find: (key: string) => Flow<unknown> | undefined,
): { order: string[]; cycle: string[] | null } {
  const order: string[] = []
  const state = new Map<string, 'open' | 'closed'>()
  const stack: { key: string; uses: string[]; next: number }[] = []
  let cycle: string[] | null = null
  const open = (key: string) => {
    const flow = find(key)
    if (!flow) return
    state.set(key, 'open')
    stack.push({ key, uses: subflowsOf(flow), next: 0 })
  }
  open(root)
  for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
    const use = top.uses[top.next++]
    if (use === undefined) {
      state.set(top.key, 'closed')
      order.push(top.key)
      stack.pop()
    } else if (!state.has(use)) open(use)
    else if (state.get(use) === 'open') {
      cycle ??= stack.slice(stack.findIndex(({ key }) => key === use)).map(({ key }) => key)
    }
  }
  return { order, cycle }
}

/** What the subflow steps of a flow name, each once: flow ids in a draft, references once published. */
export function subflowsOf(flow: Flow<unknown>): string[] {
  const uses = flow.steps.flatMap((step) => (step.kind === 'subflow' ? [step.flow] : []))
  return [...new Set(uses)]
}
