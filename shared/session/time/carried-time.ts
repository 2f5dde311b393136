import { type MemberSession, withdrawnPosts } from './marks.ts'
import { type Span, without } from './span.ts'

/** A stretch of a member's work that a post of theirs entered. */
export type Carried = Span & { session: string; post: string }

/**
 * What a member's posts say they carry, those that were withdrawn left out. Where two name the same moment, it is the
 * earlier one's; the order in which sessions are given does not matter.
 */
export function carriedTime(member: string, sessions: MemberSession[]): Carried[] {
  const posts = sessions
    .flatMap(({ session, events }) => {
      const withdrawn = withdrawnPosts(events)
      return events.flatMap((event) =>
        event.type === 'posted' && event.by === member && !withdrawn.has(event.post)
          ? [
              {
                session,
                post: event.post,
                order: `${event.at} ${session} ${event.id}`,
                time: event.time ?? [],
              },
            ]
          : [],
      )
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  const carried: Carried[] = []
  for (const { session, post, time } of posts) {
    for (const stretch of time) {
      const span = { from: Date.parse(stretch.from), to: Date.parse(stretch.to) }
      if (span.from < span.to)
        carried.push(...without(span, carried).map((piece) => ({ ...piece, session, post })))
    }
  }
  return carried
}
