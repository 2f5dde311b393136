/**
 * The circles of a graph: each set of nodes that all lead to one another, and each node that leads to itself, in
 * the order of `nodes`. Tarjan's strongly connected components, without recursion; linear.
 */
export function loopsIn(nodes: string[], onwards: (node: string) => string[]): string[][] {
  const order = new Map(nodes.map((node, index) => [node, index]))
  const number = new Map<string, number>()
  const lowest = new Map<string, number>()
  const pending: string[] = []
  const isPending = new Set<string>()
  const loops: string[][] = []
  const path: { node: string; targets: string[]; next: number }[] = []

  const enter = (node: string) => {
    number.set(node, number.size)
    lowest.set(node, number.size - 1)
    pending.push(node)
    isPending.add(node)
    path.push({ node, targets: onwards(node).filter((target) => order.has(target)), next: 0 })
  }
  const lower = (node: string, to: number | undefined) => {
    lowest.set(node, Math.min(lowest.get(node) ?? 0, to ?? 0))
  }
  const leave = ({ node, targets }: { node: string; targets: string[] }) => {
    path.pop()
    const parent = path[path.length - 1]
    if (parent) lower(parent.node, lowest.get(node))
    if (lowest.get(node) !== number.get(node)) return
    const members = pending.splice(pending.lastIndexOf(node))
    for (const member of members) isPending.delete(member)
    if (members.length === 1 && !targets.includes(node)) return
    loops.push(members.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)))
  }

  for (const node of nodes) {
    if (number.has(node)) continue
    enter(node)
    for (let top = path[path.length - 1]; top; top = path[path.length - 1]) {
      const target = top.targets[top.next++]
      if (target === undefined) leave(top)
      else if (!number.has(target)) enter(target)
      else if (isPending.has(target)) lower(top.node, number.get(target))
    }
  }
  return loops
}
