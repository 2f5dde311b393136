import type { Clicks } from '../flow/distances.ts'
import { findStep } from '../flow/find-step.ts'
import type { FlowClosure, OutcomeKind } from '../flow/flow.ts'
import { clicksFrom } from '../flow/shortest-path.ts'
import type { Place, Session } from './session.ts'

export interface Progress {
  /** Steps that led to the present one and still stand. */
  done: number
  /** The fewest clicks left to a solution, or to any end where there is none; null without a flow. */
  left: number | null
}

/**
 * How far a session is. `left` goes down by one with each step along the shortest way, and rises only where the
 * technician, a decision or a used-up retry takes another branch.
 */
export function progressOf(closure: FlowClosure | null, session: Session): Progress {
  const done = session.trail.length
  if (session.status === 'ended') return { done, left: 0 }
  if (!closure || !session.place) return { done, left: null }
  const { resolved, escalate, refer } = clicksLeft(closure, session.place)
  const left = Number.isFinite(resolved) ? resolved : Math.min(escalate, refer)
  return { done, left: Number.isFinite(left) ? left : null }
}

/** The fewest clicks from a place to each outcome of the whole session, through every frame outwards. */
function clicksLeft(closure: FlowClosure, place: Place): Clicks {
  const [inner, ...callers] = place.frames.toReversed()
  if (!inner) return { resolved: Infinity, escalate: Infinity, refer: Infinity }
  let clicks = clicksFrom(closure, inner.flow, inner.step)
  for (const frame of callers) {
    const caller = findStep(closure, frame.flow, frame.step)
    if (caller?.kind !== 'subflow') continue
    const outer: Clicks = { resolved: Infinity, escalate: Infinity, refer: Infinity }
    for (const kind of ['resolved', 'escalate', 'refer'] satisfies OutcomeKind[]) {
      const edge = caller.on[kind]
      const onwards = edge ? clicksFrom(closure, frame.flow, edge.to) : null
      for (const end of ['resolved', 'escalate', 'refer'] satisfies OutcomeKind[]) {
        const rest = onwards ? onwards[end] : kind === end ? 0 : Infinity
        outer[end] = Math.min(outer[end], clicks[kind] + rest)
      }
    }
    clicks = outer
  }
  return clicks
}
