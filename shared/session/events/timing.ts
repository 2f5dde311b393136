import { wake } from '../move.ts'
import type { EventOf, Verdict, Work } from '../work.ts'

/** The clock stops for a while; pausing what already rests changes nothing. */
export function paused({ session }: Work, _event: EventOf<'paused'>): Verdict {
  if (session.status === 'ended') return 'session_ended'
  if (session.status === 'active') session.status = 'paused'
  return null
}

/** Work goes on at the step where it rested; after a park this begins the next visit. */
export function resumed(work: Work, _event: EventOf<'resumed'>): Verdict {
  if (work.session.status === 'ended') return 'session_ended'
  wake(work)
  return null
}

/** The session waits for somebody or something; parking it again replaces the reason. */
export function parked({ session, effects }: Work, event: EventOf<'parked'>): Verdict {
  if (session.status === 'ended') return 'session_ended'
  const { reason, until, words } = event
  session.status = 'parked'
  session.parked = {
    event: event.id,
    reason,
    ...(until !== undefined && { until }),
    ...(words !== undefined && { words }),
  }
  effects.push({ type: 'parked', reason, ...(until !== undefined && { until }) })
  return null
}
