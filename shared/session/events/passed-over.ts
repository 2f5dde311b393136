import { moveAlong, stay } from '../move.ts'
import { sameAddress } from '../place.ts'
import { waysPast } from '../ways-past.ts'
import { currentStep, type EventOf, saysNothing, type Verdict, type Work } from '../work.ts'

/**
 * A step was skipped or is not relevant here. The session goes on where the event says, else by the clear way, else it
 * stays at the step, which is then passed over: no outcome is ever reached by it.
 */
export function passedOver(work: Work, event: EventOf<'skipped' | 'not_relevant'>): Verdict {
  const here = currentStep(work, event.step)
  if (typeof here === 'string') return here
  if (event.reason === 'other' && saysNothing(event.words)) return 'words_missing'
  if (!work.closure) return 'not_possible_now'
  const { to } = event
  const { clear, offers } = waysPast(work.closure, work.session, here.place)
  const way = to ? offers.find((one) => sameAddress(one.to, to)) : clear
  if (way) return moveAlong(work, event.id, here.place, way.edge, way.exit)
  if (to) return 'not_possible_now'
  stay(work, event.id, here.place)
  return null
}
