import type { FlowClosure } from '../flow/flow.ts'
import { coveredUpTo } from '../session/coverage.ts'
import type { SessionEvent } from '../session/event.ts'
import type { Session } from '../session/session.ts'
import { notInTicket } from './told-before.ts'

/**
 * The sequence after which as many events follow, those of posts left out, as there is to post: what happened after the
 * last post, and one for each line that the posts before it left out. A list of sessions counts by it.
 */
export function postedUpTo(session: Session, closure: FlowClosure | null): number {
  const covered = coveredUpTo(session)
  // Where each post was for the team and stands, none left anything out.
  if (!session.acts.some(({ event }) => mayLeaveOut(event))) return covered
  const isCovered = (id: string) => (session.known[id] ?? 0) <= covered
  let left = notInTicket(session, closure, []).filter(({ events }) => events.every(isCovered)).length
  let at = covered
  for (; left > 0 && at > 0; at--) {
    const type = session.acts[at - 1]?.event.type
    if (type !== 'posted' && type !== 'post_withdrawn') left -= 1
  }
  return at
}

function mayLeaveOut(event: SessionEvent): boolean {
  if (event.type === 'post_withdrawn') return true
  return event.type === 'posted' && (event.audience ?? 'internal') !== 'internal'
}
