import type { Flow, OutcomeKind, Step } from './flow.ts'
import { isClick, successorsOf } from './successors.ts'

/** The fewest clicks to each outcome; Infinity where it cannot be reached. */
export type Clicks = Record<OutcomeKind, number>

/**
 * How a flow can be left: by an outcome step of its own, which leads a caller on, or by the end of the whole
 * session inside a subflow whose caller has no edge for the outcome reached.
 */
export interface WaysOut {
  exits: Clicks
  ends: Clicks
}

export const OUTCOMES: OutcomeKind[] = ['resolved', 'escalate', 'refer']

/** Nobody walks further; keeps the buckets small whatever subflows add up to. */
const FURTHEST = 100_000

const never: Clicks = { resolved: Infinity, escalate: Infinity, refer: Infinity }
export const noWayOut: WaysOut = { exits: never, ends: never }

/**
 * For each step of a flow the fewest clicks from it, itself included, to each way out of that flow. `within`
 * tells the ways out of a subflow step's flow from its own start. Linear in steps and edges.
 */
export function distancesIn(
  flow: Flow<unknown>,
  within: (subflow: string) => WaysOut,
): (step: string) => WaysOut {
  const arcs = arcsInto(flow, within)
  const measure = (ending: (step: Step<unknown>, kind: OutcomeKind) => number) => {
    const [resolved, escalate, refer] = OUTCOMES.map((kind) =>
      distancesTo(flow, arcs, (step) => ending(step, kind)),
    )
    return (step: string): Clicks => ({
      resolved: resolved?.get(step) ?? Infinity,
      escalate: escalate?.get(step) ?? Infinity,
      refer: refer?.get(step) ?? Infinity,
    })
  }
  const exits = measure((step, kind) => (step.kind === 'outcome' && step.outcome === kind ? 0 : Infinity))
  const ends = measure((step, kind) => (step.kind === 'subflow' ? endsWithin(step, kind, within) : Infinity))
  return (step) => ({ exits: exits(step), ends: ends(step) })
}

/** The clicks after which the session ends inside a subflow step with an outcome. */
function endsWithin(
  step: Step<unknown> & { kind: 'subflow' },
  kind: OutcomeKind,
  within: (subflow: string) => WaysOut,
): number {
  const { exits, ends } = within(step.flow)
  return step.on[kind] ? ends[kind] : Math.min(ends[kind], exits[kind])
}

/** For each step the steps that lead to it, with what getting from there to here takes. */
type Arcs = Map<string, { from: string; clicks: number }[]>

function arcsInto(flow: Flow<unknown>, within: (subflow: string) => WaysOut): Arcs {
  const arcs: Arcs = new Map()
  const add = (from: string, to: string, clicks: number) => {
    const list = arcs.get(to)
    if (list) list.push({ from, clicks })
    else arcs.set(to, [{ from, clicks }])
  }
  for (const step of flow.steps) {
    if (step.kind === 'subflow') {
      const { exits } = within(step.flow)
      for (const kind of OUTCOMES) {
        const edge = step.on[kind]
        if (edge) add(step.id, edge.to, exits[kind])
        if (edge?.retry) add(step.id, edge.retry.otherwise, exits[kind])
      }
    } else {
      for (const to of successorsOf(step)) add(step.id, to, isClick(step) ? 1 : 0)
    }
  }
  return arcs
}

/** Shortest distances by buckets, since clicks are small whole numbers; `ending` is finite where a way ends. */
function distancesTo(
  flow: Flow<unknown>,
  arcs: Arcs,
  ending: (step: Step<unknown>) => number,
): Map<string, number> {
  const found = new Map<string, number>()
  const buckets: string[][] = []
  const offer = (step: string, clicks: number) => {
    if (clicks > FURTHEST || found.has(step)) return
    buckets[clicks] ??= []
    buckets[clicks].push(step)
  }
  for (const step of flow.steps) offer(step.id, ending(step))
  for (let clicks = 0; clicks < buckets.length; clicks++) {
    for (const step of buckets[clicks] ?? []) {
      if (found.has(step)) continue
      found.set(step, clicks)
      for (const arc of arcs.get(step) ?? []) offer(arc.from, clicks + arc.clicks)
    }
  }
  return found
}
