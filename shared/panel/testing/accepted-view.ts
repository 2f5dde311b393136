import { ApiError } from '#shared/client.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import { composePost } from '#shared/note/post-text.ts'
import { fold } from '#shared/session/fold.ts'
import { member, someMe } from './demo-records.ts'
import type { Stored } from './stored-sessions.ts'

/** A post as the API accepts it: its own text of the note has to be the one that was shown. */
export function acceptedView(session: Stored, request: AcceptPost, now: number): PostView {
  const state = fold(session.header, session.closure, session.log)
  const me = someMe(now)
  const { text } = composePost(state, session.closure, {
    audience: request.audience,
    scope: request.scope,
    poster: member,
    members: session.members,
    timeZone: me.member.timeZone,
    time: request.time,
    limit: me.team.noteSizeLimit,
    terms: me.team.redactionTerms,
  })
  if (text !== request.text)
    throw new ApiError('conflict', 'The note has changed since you looked at it.', { status: 409 })
  const part = { state: 'waiting' as const, message: null, psaId: null, author: null, nextTryAt: null }
  return {
    id: request.id,
    session: session.header.id,
    ticket: session.header.ticket,
    kind: request.kind,
    audience: request.audience,
    text,
    state: 'waiting',
    by: member,
    acceptedAt: new Date(now).toISOString(),
    notBefore: new Date(now + 5_000).toISOString(),
    upTo: request.upTo,
    parts: [{ id: crypto.randomUUID(), part: 'text', ...part }],
  }
}
