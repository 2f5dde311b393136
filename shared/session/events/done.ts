import { moveAlong } from '../move.ts'
import { typedRight } from '../typed-target.ts'
import { currentStep, type EventOf, type Verdict, type Work } from '../work.ts'

/** The technician carried out an instruction; a destructive one needs its target typed. */
export function done(work: Work, event: EventOf<'done'>): Verdict {
  const here = currentStep(work, event.step)
  if (typeof here === 'string') return here
  const { place, step } = here
  if (step.kind !== 'instruction') return 'not_this_step'
  if (!typedRight(work.session, step, event.typedTarget)) return 'target_mismatch'
  return moveAlong(work, event.id, place, step.next, 'next')
}
