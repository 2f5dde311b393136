import type { FlowClosure } from '../flow/flow.ts'
import { isClick } from '../flow/successors.ts'
import { choicesNow, isOpen } from './available.ts'
import type { SessionEvent, StepAddress } from './event.ts'
import { stepAt, stepOf } from './place.ts'
import type { Session } from './session.ts'
import { passedOverHere, waysPast } from './ways-past.ts'
import { actOf, type EventOf } from './work.ts'

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
