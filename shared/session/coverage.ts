import type { Session } from './session.ts'

/** The last sequence that posts which were not withdrawn cover; a new note begins after it. 0 where there is none. */
export function coveredUpTo(session: Session): number {
  const covered = new Map<string, number>()
  for (const { event, standing } of session.acts) {
    if (standing !== 'stands') continue
    if (event.type === 'posted') covered.set(event.post, event.upTo)
    if (event.type === 'post_withdrawn') covered.delete(event.post)
  }
  return Math.max(0, ...covered.values())
}
