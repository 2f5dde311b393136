import { commonStep } from '../flow/common-step.ts'
import { unprovenEdges } from '../flow/edges.ts'
import type { Edge, FlowClosure } from '../flow/flow.ts'
import { follow, settle } from './automatic.ts'
import type { StepAddress } from './event.ts'
import { addressOf, innermost, sameAddress, stepAt } from './place.ts'
import type { Act, Place, Session } from './session.ts'
import { lookupIn } from './variables.ts'
import { actOf } from './work.ts'

/** A way on from a step that is passed over, and the step the technician then stands at. */
export interface Way {
  edge: Edge
  exit: string
  to: StepAddress
}

/**
 * The ways on from a step that is passed over, each to another step; none of them ends the session or counts anything
 * as verified. `clear` is the one to take unasked: a step's only way, or the step where all its ways come together
 * again. A way round a loop is taken only by choice. Null where the technician has to choose, or to conclude.
 */
export function waysPast(
  closure: FlowClosure,
  session: Session,
  place: Place,
): { clear: Way | null; offers: Way[] } {
  const step = stepAt(closure, place)
  const frame = innermost(place)
  const offers: Way[] = []
  /** None where the edge leads nowhere, back to the same step, or to the end of the session. */
  const add = (edge: Edge, exit: string): Way | null => {
    const settled = settle(closure, follow(place, edge, exit), lookupIn(session))
    if (!settled.ok || settled.ended) return null
    const to = addressOf(settled.place)
    if (sameAddress(to, addressOf(place))) return null
    const way = { edge, exit, to }
    if (!offers.some((one) => sameAddress(one.to, to))) offers.push(way)
    return way
  }
  if (!step || !frame) return { clear: null, offers }
  const forward: string[] = []
  for (const { exit, edge } of unprovenEdges(step)) {
    if (add(edge, exit) && !edge.retry) forward.push(edge.to)
  }
  const common = commonStep(closure, frame.flow, forward)
  return { clear: common === undefined ? null : add({ to: common }, 'past'), offers }
}

/**
 * The act that passed over the step where the session still stands, since there was no clear way on; null where the
 * step is not passed over.
 */
export function passedOverHere(session: Session): Act | null {
  const { place, trail } = session
  const act = actOf(session, trail.at(-1) ?? '')?.act
  if (!place || (act?.event.type !== 'skipped' && act?.event.type !== 'not_relevant')) return null
  return !act.event.to && sameAddress(act.event.step, addressOf(place)) ? act : null
}
