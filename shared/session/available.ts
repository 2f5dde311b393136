import { isClick } from '../flow/edges.ts'
import type { Choice, FlowClosure, Step } from '../flow/flow.ts'
import type { SessionEvent, StepAddress } from './event.ts'
import { addressOf, stepAt, stepOf } from './place.ts'
import type { Act, Session } from './session.ts'
import { passedOverHere, waysPast } from './ways-past.ts'
import { actOf, type EventOf } from './work.ts'

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

/** Whether the step can be skipped or called not relevant now. */
export function canPassOver(closure: FlowClosure | null, session: Session): boolean {
  const step = isOpen(session) ? stepAt(closure, session.place) : undefined
  return step !== undefined && isClick(step)
}

/** How the step shown was passed over, and the steps at which the technician can go on. */
export interface Passed {
  event: EventOf<'skipped' | 'not_relevant'>
  /** `after`: the answer that leads there too, where another step has the same title. Variables are not filled. */
  ways: { to: StepAddress; title: string; after?: string }[]
}

/** Where to go on from a step that was passed over without a clear way; null where the step shown was not. */
export function goOnFrom(closure: FlowClosure | null, session: Session): Passed | null {
  const event = session.status === 'active' ? passedOverHere(session)?.event : undefined
  if (!closure || !session.place || (event?.type !== 'skipped' && event?.type !== 'not_relevant')) return null
  const choices = choicesNow(closure, session)
  const named = waysPast(closure, session, session.place).offers.map(({ to, exit }) => ({
    to,
    title: stepOf(closure, to)?.title ?? '',
    label: choices.find(({ id }) => id === exit)?.label,
  }))
  const ways = named.map(({ to, title, label }) => {
    const alike = named.filter((one) => one.title === title).length > 1
    return { to, title, ...(alike && label && { after: label }) }
  })
  return { event, ways }
}

/** The event that *back* names: the last one that led here; null where there is none or the session is parked. */
export function canGoBack(session: Session): SessionEvent | null {
  const last = session.trail[session.trail.length - 1]
  if (last === undefined || session.status === 'parked') return null
  return actOf(session, last)?.act.event ?? null
}

/** The acts that led to the present step, oldest first: what *change answer* and *back* may name. */
export function trailOf(session: Session): Act[] {
  return session.trail.flatMap((event) => actOf(session, event)?.act ?? [])
}

function isOpen({ status }: Session): boolean {
  return status === 'active' || status === 'paused'
}
