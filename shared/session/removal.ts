import type { FlowClosure } from '../flow/flow.ts'
import { stepOf } from './place.ts'
import type { Session } from './session.ts'
import { actOf } from './work.ts'

/**
 * Whether removing a line of the note asks why: where it tells the outcome or an attempt that failed. A line's
 * key contains the ids of the events behind it.
 */
export function reasonNeeded(closure: FlowClosure | null, session: Session, line: string): boolean {
  return line.split(/[^\w-]+/).some((part) => {
    if (session.outcome?.event === part) return true
    const event = actOf(session, part)?.act.event
    if (event?.type !== 'answered') return false
    const step = stepOf(closure, event.step)
    if (step?.kind !== 'verify') return false
    return step.choices.some(({ id, passed }) => id === event.choice && !passed)
  })
}
