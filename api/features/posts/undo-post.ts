import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type Context } from '#api/context.ts'
import { unscheduleDelivery } from '#api/db/directory.ts'
import { delivery } from '#api/db/schema/post.ts'
import { changedAt } from '#api/delivery/delivery-row.ts'
import { Problem } from '#api/problem.ts'
import type { PostView } from '#shared/contracts/post.ts'
import { requirePost } from './view-post.ts'
import { withdrawPost } from './withdraw-post.ts'

/** Takes a post back before anything was sent. Throws `not_found`; `conflict` where sending has begun. */
export async function undoPost(context: Context, id: string): Promise<PostView> {
  authorise(context, 'post.write')
  const undone = await context.db.asTeam(context.team, async (tx) => {
    await requirePost(tx, context, id)
    const [text] = await tx
      .update(delivery)
      .set({ state: 'undone', dueAt: null, message: null, updatedAt: changedAt(context.clock.now()) })
      .where(
        and(
          eq(delivery.postId, id),
          eq(delivery.part, 'text'),
          eq(delivery.state, 'waiting'),
          eq(delivery.attempt, 0),
        ),
      )
      .returning()
    if (text === undefined) throw new Problem('conflict', 'It is too late to undo: sending has begun.')
    await unscheduleDelivery(tx, text.id)
    const withdrawn = await withdrawPost(tx, context, id)
    await recordAudit(tx, context, 'post.undone', id)
    return { view: await requirePost(tx, context, id), committed: withdrawn.committed }
  })
  undone.committed()
  return undone.view
}
