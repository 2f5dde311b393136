import { and, eq, gt } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import { announce } from '#api/db/announce.ts'
import { scheduleDelivery } from '#api/db/directory.ts'
import { delivery } from '#api/db/schema/post.ts'
import { changedAt } from '#api/delivery/delivery-row.ts'
import type { PostView } from '#shared/contracts/post.ts'
import { requirePost } from './view-post.ts'

/** Ends the time in which a post can be undone. One that is already on its way stays as it is. Throws `not_found`. */
export async function sendPostNow(context: Context, id: string): Promise<PostView> {
  authorise(context, 'post.write')
  const now = new Date(context.clock.now())
  const view = await context.db.asTeam(context.team, async (tx) => {
    const { session } = await requirePost(tx, context, id)
    const [text] = await tx
      .update(delivery)
      .set({ dueAt: now, updatedAt: changedAt(now.getTime()) })
      .where(
        and(
          eq(delivery.postId, id),
          eq(delivery.part, 'text'),
          eq(delivery.state, 'waiting'),
          eq(delivery.attempt, 0),
          // What is due already may be in a worker's hands, whose lease must stand.
          gt(delivery.dueAt, now),
        ),
      )
      .returning({ id: delivery.id })
    if (text !== undefined) await scheduleDelivery(tx, text.id, now)
    await announce(tx, context.team, session)
    return requirePost(tx, context, id)
  })
  context.wakeDelivery()
  return view
}
