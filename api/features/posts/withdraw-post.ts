import { eq } from 'drizzle-orm'
import type { Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { post } from '#api/db/schema/post.ts'
import { followText } from '#api/delivery/follow-text.ts'
import { lockSession } from '#api/features/sessions/load-session.ts'
import { type Stored, storeEvents } from '#api/features/sessions/store-events.ts'
import { Problem } from '#api/problem.ts'

/** Records that a post will not be in the ticket: its status is dropped, and what it covered is open again. */
export async function withdrawPost(tx: Tx, context: Context, id: string): Promise<Stored> {
  const now = context.clock.now()
  await followText(tx, id, { state: 'undone' }, now)
  const [row] = await tx.select({ session: post.sessionId }).from(post).where(eq(post.id, id))
  if (row === undefined) throw new Problem('not_found', 'This post is not here.')
  return storeEvents(tx, context, await lockSession(tx, context, row.session), [
    {
      id: context.ids.uuid(),
      v: 1,
      at: new Date(now).toISOString(),
      by: context.member.id,
      type: 'post_withdrawn',
      post: id,
    },
  ])
}
