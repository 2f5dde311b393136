import { findStart, findStep } from '../flow/find-step.ts'
import type { DecisionStep, Edge, FlowClosure, FlowRef, OutcomeKind } from '../flow/flow.ts'
import { isFlowRef } from '../flow/flow-ref.ts'
import { holds } from './conditions.ts'
import type { RejectionReason, StepAddress } from './event.ts'
import { addressOf, innermost } from './place.ts'
import type { Frame, Place } from './session.ts'
import type { Lookup } from './variables.ts'

/** More automatic steps in a row than any sound flow has: an unsound one stops here. */
const MOST_HOPS = 10_000

export type Settled =
  | { ok: true; place: Place; ended: { kind: OutcomeKind; step: StepAddress } | null }
  | { ok: false; reason: RejectionReason }

/** The place at which a flow begins, before its automatic steps are taken. */
export function beginning(closure: FlowClosure, root: FlowRef): Place | undefined {
  const step = findStart(closure, root)
  return step === undefined ? undefined : { frames: [{ flow: root, step }], retries: {} }
}

/**
 * Takes automatic steps until the technician has something to do or the session ends: decisions, entry into a
 * subflow, and the way back from its outcome. Fails where a target does not exist, and after 10,000 hops.
 */
export function settle(closure: FlowClosure, start: Place, lookup: Lookup): Settled {
  let place: Place | undefined = start
  for (let hop = 0; hop < MOST_HOPS && place; hop++) {
    const frame = innermost(place)
    const step = frame && findStep(closure, frame.flow, frame.step)
    if (!frame || !step) return { ok: false, reason: 'unknown_step' }
    if (step.kind === 'decision') place = decide(place, step, lookup)
    else if (step.kind === 'subflow') place = enter(closure, place, step.flow)
    else if (step.kind === 'outcome') {
      const back = comeBack(closure, place, step.outcome)
      if (!back) return { ok: true, place, ended: { kind: step.outcome, step: addressOf(place) } }
      place = back
    } else return { ok: true, place, ended: null }
  }
  return { ok: false, reason: place ? 'not_possible_now' : 'unknown_step' }
}

/**
 * The place an edge leads to from the innermost step, not yet settled. A limited edge is counted under the
 * step's address and `exit`, the edge's name within its step, and leads to `otherwise` once used up.
 */
export function follow(place: Place, edge: Edge, exit: string): Place {
  if (!edge.retry) return at(place, edge.to)
  const key = `${addressOf(place).join('/')}:${exit}`
  const used = place.retries[key] ?? 0
  if (used >= edge.retry.limit) return at(place, edge.retry.otherwise)
  return { ...at(place, edge.to), retries: { ...place.retries, [key]: used + 1 } }
}

function at(place: Place, step: string): Place {
  const frames = place.frames.slice()
  const last = frames.pop()
  return last ? { ...place, frames: [...frames, { ...last, step }] } : place
}

function decide(place: Place, step: DecisionStep, lookup: Lookup): Place | undefined {
  for (const [index, branch] of step.branches.entries()) {
    if (branch.when.every((condition) => holds(condition, lookup))) {
      return follow(place, branch.next, `branch-${index}`)
    }
  }
  return step.otherwise && follow(place, step.otherwise, 'otherwise')
}

function enter(closure: FlowClosure, place: Place, flow: string): Place | undefined {
  const step = isFlowRef(flow) ? findStart(closure, flow) : undefined
  if (!isFlowRef(flow) || step === undefined) return undefined
  const frame: Frame = { flow, step }
  return { ...place, frames: [...place.frames, frame] }
}

/** Out of a subflow by the edge its caller has for this outcome; undefined where the outcome ends everything. */
function comeBack(closure: FlowClosure, place: Place, outcome: OutcomeKind): Place | undefined {
  const outer: Place = { ...place, frames: place.frames.slice(0, -1) }
  const frame = innermost(outer)
  const caller = frame && findStep(closure, frame.flow, frame.step)
  const edge = caller?.kind === 'subflow' ? caller.on[outcome] : undefined
  return edge && follow(outer, edge, outcome)
}
