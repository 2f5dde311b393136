import { moveAlong } from '../move.ts'
import { currentStep, type EventOf, type Verdict, type Work } from '../work.ts'

/** The technician chose an answer of the question or verify step they stand at. */
export function answered(work: Work, event: EventOf<'answered'>): Verdict {
  const here = currentStep(work, event.step)
  if (typeof here === 'string') return here
  const { place, step } = here
  if (step.kind !== 'question' && step.kind !== 'verify') return 'not_this_step'
  const chosen = step.choices.find(({ id }) => id === event.choice)
  return chosen ? moveAlong(work, event.id, place, chosen.next, chosen.id) : 'unknown_choice'
}
