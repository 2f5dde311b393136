import { type Clicks, noWayOut, OUTCOMES, type WaysOut } from '../flow/distances.ts'
import { findStep } from '../flow/find-step.ts'
import type { FlowClosure, SubflowStep } from '../flow/flow.ts'
import { waysOutFrom } from '../flow/shortest-path.ts'
import type { Frame, Place, Session } from './session.ts'
import { passedOverHere } from './ways-past.ts'

export interface Progress {
  /** Steps that led to the present one and still stand; one passed over where the session stays does not count. */
  done: number
  /** The fewest clicks left to a solution, or to any end where there is none; null without a flow. */
  left: number | null
}

/**
 * How far a session is. `left` goes down by one with each step along the shortest way, and rises only where the
 * technician, a decision or a used-up retry takes another branch.
 */
export function progressOf(closure: FlowClosure | null, session: Session): Progress {
  const done = session.trail.length - (passedOverHere(session) ? 1 : 0)
  if (session.status === 'ended') return { done, left: 0 }
  if (!closure || !session.place) return { done, left: null }
  const { exits, ends } = waysOutOf(closure, session.place)
  const fewest = (kind: keyof Clicks) => Math.min(exits[kind], ends[kind])
  const resolved = fewest('resolved')
  const left = Number.isFinite(resolved) ? resolved : Math.min(fewest('escalate'), fewest('refer'))
  return { done, left: Number.isFinite(left) ? left : null }
}

/** The ways out of the whole session from a place, from the innermost frame outwards. */
function waysOutOf(closure: FlowClosure, place: Place): WaysOut {
  const [inner, ...callers] = place.frames.toReversed()
  return callers.reduce(
    (ways, frame) => {
      const caller = findStep(closure, frame.flow, frame.step)
      return caller?.kind === 'subflow' ? outOfCaller(closure, frame, caller, ways) : ways
    },
    inner ? waysOutFrom(closure, inner.flow, inner.step) : noWayOut,
  )
}

/** The ways out of a caller's flow, given those out of the flow that it runs at this step. */
function outOfCaller(closure: FlowClosure, frame: Frame, caller: SubflowStep, inside: WaysOut): WaysOut {
  const exits: Clicks = { ...noWayOut.exits }
  const ends: Clicks = { ...inside.ends }
  for (const kind of OUTCOMES) {
    const clicks = inside.exits[kind]
    const edge = caller.on[kind]
    if (!edge) ends[kind] = Math.min(ends[kind], clicks)
    for (const to of edge ? [edge.to, edge.retry?.otherwise ?? edge.to] : []) {
      const onwards = waysOutFrom(closure, frame.flow, to)
      for (const end of OUTCOMES) {
        exits[end] = Math.min(exits[end], clicks + onwards.exits[end])
        ends[end] = Math.min(ends[end], clicks + onwards.ends[end])
      }
    }
  }
  return { exits, ends }
}
