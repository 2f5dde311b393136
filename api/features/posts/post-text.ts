import type { Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import type { team } from '#api/db/schema/team.ts'
import { readClosure } from '#api/features/flows/read-closure.ts'
import type { SessionHead } from '#api/features/sessions/load-session.ts'
import { readLog } from '#api/features/sessions/read-log.ts'
import { readNames } from '#api/features/sessions/view-session.ts'
import { Problem } from '#api/problem.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import { composePost, isWorthPosting } from '#shared/note/post-text.ts'
import { fold } from '#shared/session/fold.ts'
import type { Session } from '#shared/session/session.ts'

/** A post's text, and the session as it covers it. */
interface Covered {
  text: string
  session: Session
}

/** The text that the stored events give for this request: composed here again, whatever the client sent. */
export async function textOf(
  tx: Tx,
  context: Context,
  row: SessionHead,
  request: AcceptPost,
  settings: (typeof team.$inferSelect)['settings'],
): Promise<Covered> {
  const closure = row.header.flow === null ? null : await readClosure(tx, row.header.flow)
  const whole = await readLog(tx, row.id, 0)
  if (request.upTo > whole.length)
    throw new Problem('invalid', 'A post cannot cover what has not happened yet. Look at the note again.')
  requireNewest(fold(row.header, closure, whole), request)
  const log = whole.slice(0, request.upTo)
  const session = fold(row.header, closure, log)
  const members = await readNames(tx, [row.header.startedBy, ...log.map(({ event }) => event.by)])
  const composed = composePost(session, closure, {
    audience: request.audience,
    scope: request.scope,
    poster: context.member.id,
    members,
    timeZone: context.member.timeZone,
    time: request.time,
    limit: settings.noteSizeLimit,
    terms: settings.redactionTerms,
  })
  const { text } = composed
  if (!isWorthPosting(composed, isForTime(request)))
    throw new Problem('invalid', 'There is nothing to post yet for this audience. Record a step first.')
  if (text !== request.text)
    throw new Problem(
      'conflict',
      'The note has changed since you looked at it. Look at it again, then post.',
      {
        details: { kind: 'note_changed', text },
      },
    )
  return { text, session }
}

const isForTime = ({ kind, time }: AcceptPost) => kind === 'time' && (time?.worked?.length ?? 0) > 0

/** What another post has taken meanwhile would stand in the ticket twice. */
function requireNewest(session: Session, { upTo }: AcceptPost): void {
  const withdrawn = new Set(
    session.acts.flatMap(({ event }) => (event.type === 'post_withdrawn' ? [event.post] : [])),
  )
  const [other] = session.acts.flatMap(({ seq, event }) =>
    event.type === 'posted' && seq > upTo && !withdrawn.has(event.post) ? [event.post] : [],
  )
  if (other === undefined) return
  throw new Problem('conflict', 'This was posted from elsewhere a moment ago. Look at the note again.', {
    details: { kind: 'posted_elsewhere', post: other },
  })
}
