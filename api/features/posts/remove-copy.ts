import { and, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type Context } from '#api/context.ts'
import { announce } from '#api/db/announce.ts'
import type { Tx } from '#api/db/db.ts'
import { scheduleDelivery } from '#api/db/directory.ts'
import { delivery } from '#api/db/schema/post.ts'
import { askRemoval } from '#api/delivery/decide-removal.ts'
import { toColumns, toDelivery } from '#api/delivery/delivery-row.ts'
import { Problem } from '#api/problem.ts'
import type { PostView, RemoveCopy } from '#shared/contracts/post.ts'
import { requirePost, requirePostOf } from './view-post.ts'

/**
 * Has one of the copies of a text removed that stands in its ticket more than once: the one named, never the oldest.
 * The worker looks at the ticket first, and leaves alone what somebody has changed. Throws `not_found`; `conflict`
 * where the ticket does not hold it like that any more, or one is being removed already.
 */
export async function removeCopy(context: Context, id: string, chosen: RemoveCopy): Promise<PostView> {
  authorise(context, 'post.remove_copy')
  const now = context.clock.now()
  const view = await context.db.asTeam(context.team, async (tx) => {
    const { id: post, kind, ticket, session } = await requirePostOf(tx, context, id)
    await takeOver(tx, id, kind, chosen, now)
    await scheduleDelivery(tx, id, new Date(now))
    const { remove, keep } = chosen
    await recordAudit(tx, context, 'delivery.copy_removed', id, { ticket: ticket.id, kind, remove, keep })
    await announce(tx, context.team, session)
    return requirePost(tx, context, post)
  })
  context.wakeDelivery()
  return view
}

/** The new fence shuts out a worker that is looking at the text just now: its answer would put the removal off. */
async function takeOver(tx: Tx, id: string, kind: 'note' | 'time', chosen: RemoveCopy, now: number) {
  const [row] = await tx.select().from(delivery).where(eq(delivery.id, id))
  const change = row === undefined ? null : askRemoval(toDelivery(row), kind, chosen, now)
  if (row !== undefined && change !== null) {
    const [taken] = await tx
      .update(delivery)
      .set({ ...toColumns(change, now), fence: sql`${delivery.fence} + 1` })
      .where(
        and(
          eq(delivery.id, id),
          eq(delivery.state, 'posted'),
          isNull(delivery.removing),
          eq(delivery.updatedAt, row.updatedAt),
        ),
      )
      .returning({ id: delivery.id })
    if (taken !== undefined) return
  }
  throw new Problem('conflict', 'The ticket does not hold it like that any more. Look again, then choose.')
}
