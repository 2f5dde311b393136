import type { Choice, Edge, Step } from '../../flow/flow.ts'
import { moveAlong } from '../move.ts'
import { currentStep, type EventOf, saysNothing, type Verdict, type Work } from '../work.ts'

/** A step was skipped or is not relevant here; the session moves on as `wayPast` says. */
export function passedOver(work: Work, event: EventOf<'skipped' | 'not_relevant'>): Verdict {
  const here = currentStep(work, event.step)
  if (typeof here === 'string') return here
  if (event.reason === 'other' && saysNothing(event.words)) return 'words_missing'
  const way = wayPast(here.step)
  return way ? moveAlong(work, event.id, here.place, way.edge, way.exit) : 'not_possible_now'
}

/**
 * Where a step leads when it is passed over: on from an instruction or input; from a question by its last
 * choice, from a verify step by its last failing one, so that nothing counts as verified that was not. A choice
 * that goes back in a loop is taken only if there is no other.
 */
export function wayPast(step: Step): { edge: Edge; exit: string } | null {
  if (step.kind === 'instruction' || step.kind === 'input') return { edge: step.next, exit: 'next' }
  const choices: Choice[] =
    step.kind === 'question'
      ? step.choices
      : step.kind === 'verify'
        ? step.choices.filter(({ passed }) => !passed)
        : []
  const choice = choices.findLast(({ next }) => !next.retry) ?? choices[choices.length - 1]
  return choice ? { edge: choice.next, exit: choice.id } : null
}
