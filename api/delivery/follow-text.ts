import { and, eq } from 'drizzle-orm'
import type { Tx } from '#api/db/db.ts'
import { holdDelivery, scheduleDelivery, unscheduleDelivery } from '#api/db/directory.ts'
import { delivery } from '#api/db/schema/post.ts'
import type { Change } from '#api/ports/delivery.ts'
import { statusChange } from './apply-change.ts'
import { toColumns, toDelivery } from './delivery-row.ts'

/** Puts a delivery's due time on the due list, or takes it off: for good, unless a person may have it taken up again. */
export async function reschedule(tx: Tx, id: string, change: Change): Promise<void> {
  if (change.dueAt === undefined) return
  const mayComeBack = change.state === 'needs_you' || change.state === 'failed'
  if (mayComeBack || (change.doubled && change.dueAt === null)) await holdDelivery(tx, id)
  else if (change.dueAt === null) await unscheduleDelivery(tx, id)
  else await scheduleDelivery(tx, id, new Date(change.dueAt))
}

/** Applies what a text's change means to the status that waits behind it. */
export async function followText(tx: Tx, postId: string, text: Change, now: number): Promise<void> {
  const [status] = await tx
    .select()
    .from(delivery)
    .where(and(eq(delivery.postId, postId), eq(delivery.part, 'status')))
  const follow = status === undefined ? null : statusChange(toDelivery(status), text, now)
  if (status === undefined || follow === null) return
  await tx.update(delivery).set(toColumns(follow, now)).where(eq(delivery.id, status.id))
  await reschedule(tx, status.id, follow)
}
