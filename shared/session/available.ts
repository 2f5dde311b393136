import type { Choice, FlowClosure, Step } from '../flow/flow.ts'
import type { StepAddress } from './event.ts'
import { addressOf, stepAt } from './place.ts'
import type { Act, Session } from './session.ts'
import { actOf } from './work.ts'

/** The step to show and its address; null without a flow. An ended session still stands at its last step. */
export function currentStepOf(
  closure: FlowClosure | null,
  session: Session,
): { step: Step; address: StepAddress } | null {
  const step = stepAt(closure, session.place)
  return step && session.place ? { step, address: addressOf(session.place) } : null
}

/** The answers that can be given now, in the author's order; none where the step asks nothing. */
export function choicesNow(closure: FlowClosure | null, session: Session): Choice[] {
  const step = isOpen(session) ? stepAt(closure, session.place) : undefined
  return step?.kind === 'question' || step?.kind === 'verify' ? step.choices : []
}

/** The acts that led to the present step, oldest first: what *change answer* and *back* may name. */
export function trailOf(session: Session): Act[] {
  return session.trail.flatMap((event) => actOf(session, event)?.act ?? [])
}

/** Whether the session's step can be answered or passed over. */
export function isOpen({ status }: Session): boolean {
  return status === 'active' || status === 'paused'
}
