import { wake } from '../move.ts'
import { type EventOf, saysNothing, type Verdict, type Work } from '../work.ts'

/**
 * The technician ends the session in their own words, from any step and without a flow. They may leave out the words
 * where they were asked for the cause or for a hand-off.
 */
export function concluded(work: Work, event: EventOf<'concluded'>): Verdict {
  const { session, effects } = work
  if (session.status === 'ended') return 'session_ended'
  if (!event.cause && !event.handOff && saysNothing(event.words)) return 'words_missing'
  wake(work)
  work.before = session.place
  session.trail.push(event.id)
  session.status = 'ended'
  session.outcome = { kind: event.outcome, event: event.id, words: event.words }
  effects.push({ type: 'ended', outcome: event.outcome })
  return null
}
