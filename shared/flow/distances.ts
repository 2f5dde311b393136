import { isClick, successorsOf } from './edges.ts'
import type { Flow, OutcomeKind, Step } from './flow.ts'

/** The fewest clicks to each outcome of a flow; Infinity where it cannot be reached. */
export type Clicks = Record<OutcomeKind, number>

const OUTCOMES: OutcomeKind[] = ['resolved', 'escalate', 'refer']

/** Nobody walks further; keeps the buckets small whatever subflows add up to. */
const FURTHEST = 100_000

export const unreachable: Clicks = { resolved: Infinity, escalate: Infinity, refer: Infinity }

/**
 * For each step of a flow the fewest clicks from it, itself included, to each outcome of that flow.
 * `within` tells what the flow of a subflow step takes from its own start. Linear in steps and edges.
 */
export function distancesIn(
  flow: Flow<unknown>,
  within: (subflow: string) => Clicks,
): (step: string) => Clicks {
  const arcs = arcsInto(flow, within)
  const [resolved, escalate, refer] = OUTCOMES.map((kind) => distancesTo(kind, flow, within, arcs))
  return (step) => ({
    resolved: resolved?.get(step) ?? Infinity,
    escalate: escalate?.get(step) ?? Infinity,
    refer: refer?.get(step) ?? Infinity,
  })
}

/** For each step the steps that lead to it, with what getting from there to here takes. */
type Arcs = Map<string, { from: string; clicks: number }[]>

function arcsInto(flow: Flow<unknown>, within: (subflow: string) => Clicks): Arcs {
  const arcs: Arcs = new Map()
  const add = (from: string, to: string, clicks: number) => {
    const list = arcs.get(to)
    if (list) list.push({ from, clicks })
    else arcs.set(to, [{ from, clicks }])
  }
  for (const step of flow.steps) {
    if (step.kind === 'subflow') {
      const inside = within(step.flow)
      for (const kind of OUTCOMES) {
        const edge = step.on[kind]
        if (edge) add(step.id, edge.to, inside[kind])
        if (edge?.retry) add(step.id, edge.retry.otherwise, inside[kind])
      }
    } else {
      for (const to of successorsOf(step)) add(step.id, to, isClick(step) ? 1 : 0)
    }
  }
  return arcs
}

/** Shortest distances by buckets: clicks are small whole numbers. */
function distancesTo(
  kind: OutcomeKind,
  flow: Flow<unknown>,
  within: (subflow: string) => Clicks,
  arcs: Arcs,
): Map<string, number> {
  const found = new Map<string, number>()
  const buckets: string[][] = []
  const offer = (step: string, clicks: number) => {
    if (clicks > FURTHEST || found.has(step)) return
    buckets[clicks] ??= []
    buckets[clicks].push(step)
  }
  for (const step of flow.steps) {
    const clicks = endsWith(step, kind, within)
    if (clicks !== null) offer(step.id, clicks)
  }
  for (let clicks = 0; clicks < buckets.length; clicks++) {
    const bucket = buckets[clicks] ?? []
    for (const step of bucket) {
      if (found.has(step)) continue
      found.set(step, clicks)
      for (const arc of arcs.get(step) ?? []) offer(arc.from, clicks + arc.clicks)
    }
  }
  return found
}

/** The clicks after which a step itself ends the flow with an outcome; null where it cannot. */
function endsWith(
  step: Step<unknown>,
  kind: OutcomeKind,
  within: (subflow: string) => Clicks,
): number | null {
  if (step.kind === 'outcome') return step.outcome === kind ? 0 : null
  return step.kind === 'subflow' && !step.on[kind] ? within(step.flow)[kind] : null
}
