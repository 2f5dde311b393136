import { arrive, backRefusal, reach, rewind } from '../move.ts'
import { addressOf, stepAt } from '../place.ts'
import { actOf, type EventOf, type Verdict, type Work } from '../work.ts'

/** The technician went back to before an event, out of an ended session too. */
export function wentBack(work: Work, event: EventOf<'went_back'>): Verdict {
  const refused = backRefusal(work, event.supersedes)
  if (refused) return refused
  work.before = work.session.place
  rewind(work, event.supersedes, event.id)
  const { place } = work.session
  if (place) work.effects.push({ type: 'entered', step: addressOf(place) })
  return null
}

/** The question that the named event answered or passed over is answered anew. */
export function changedAnswer(work: Work, event: EventOf<'changed_answer'>): Verdict {
  const refused = backRefusal(work, event.supersedes)
  if (refused) return refused
  const from = actOf(work.session, event.supersedes)?.act.before
  const step = from && stepAt(work.closure, from)
  if (!from || (step?.kind !== 'question' && step?.kind !== 'verify')) return 'not_possible_now'
  const chosen = step.choices.find(({ id }) => id === event.choice)
  if (!chosen) return 'unknown_choice'
  const settled = reach(work, from, chosen.next, chosen.id)
  if (!settled.ok) return settled.reason
  rewind(work, event.supersedes, event.id)
  arrive(work, event.id, from, settled)
  return null
}
