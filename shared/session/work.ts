import type { FlowClosure, Step } from '../flow/flow.ts'
import type { EventBody, EventHead, EventType, RejectionReason, StepAddress } from './event.ts'
import { addressOf, sameAddress, stepAt, stepOf } from './place.ts'
import type { Act, Effect, Place, Session } from './session.ts'

/** A session being folded. Its lists are copies of its own, so that a long log folds in linear time. */
export interface Work {
  closure: FlowClosure | null
  session: Session
  effects: Effect[]
  /** Where the session stood before the event at hand; set by the rules of events that move it. */
  before?: Place | null
}

export type EventOf<T extends EventType> = EventHead & Extract<EventBody, { type: T }>

/** What an event's rule answers: null once the session is changed, or a reason, the session untouched. */
export type Verdict = RejectionReason | null

/** Starts work on a copy; the given session stays as it is. */
export function beginWork(closure: FlowClosure | null, session: Session): Work {
  return {
    closure,
    effects: [],
    session: {
      ...session,
      acts: session.acts.slice(),
      trail: session.trail.slice(),
      values: { ...session.values },
      known: { ...session.known },
    },
  }
}

/** The place and step an event acts on, or why it cannot act there now. */
export function currentStep(
  { closure, session }: Work,
  address: StepAddress,
): { place: Place; step: Step } | RejectionReason {
  if (session.status === 'ended') return 'session_ended'
  if (!stepOf(closure, address)) return 'unknown_step'
  const step = stepAt(closure, session.place)
  if (!session.place || !step || !sameAddress(addressOf(session.place), address)) return 'not_this_step'
  if (session.status === 'parked') return 'not_possible_now'
  return { place: session.place, step }
}

/** The act an event id was recorded as, with its index; undefined for an id never seen. */
export function actOf(session: Session, event: string): { act: Act; index: number } | undefined {
  if (!Object.hasOwn(session.known, event)) return undefined
  const dense = (session.known[event] ?? 0) - 1
  const index = session.acts[dense]?.event.id === event ? dense : indexOfEvent(session.acts, event)
  const act = session.acts[index]
  return act && { act, index }
}

/** Whether words say anything. */
export function saysNothing(words: string | undefined): boolean {
  return !words?.trim()
}

function indexOfEvent(acts: Act[], event: string): number {
  return acts.findLastIndex((act) => act.event.id === event)
}
