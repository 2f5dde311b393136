import type { Session } from './session.ts'
import type { EventOf } from './work.ts'

/** The posts that were not withdrawn, oldest first. What each of them told is for the note to say. */
export function standingPosts(session: Session): EventOf<'posted'>[] {
  const standing = new Map<string, EventOf<'posted'>>()
  for (const { event, standing: how } of session.acts) {
    if (how !== 'stands') continue
    if (event.type === 'posted') standing.set(event.post, event)
    if (event.type === 'post_withdrawn') standing.delete(event.post)
  }
  return [...standing.values()]
}

/** The last sequence that any of them covers, whoever reads it. 0 where there is none. */
export function coveredUpTo(session: Session): number {
  return Math.max(0, ...standingPosts(session).map(({ upTo }) => upTo))
}
