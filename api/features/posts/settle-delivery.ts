import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type Context } from '#api/context.ts'
import { announce } from '#api/db/announce.ts'
import type { Tx } from '#api/db/db.ts'
import { scheduleDelivery, unscheduleDelivery } from '#api/db/directory.ts'
import { delivery } from '#api/db/schema/post.ts'
import { beforeLastSweep } from '#api/delivery/decide.ts'
import { changedAt } from '#api/delivery/delivery-row.ts'
import { followText } from '#api/delivery/follow-text.ts'
import { Problem } from '#api/problem.ts'
import type { PostView, SettleDelivery } from '#shared/contracts/post.ts'
import { requirePost, requirePostOf } from './view-post.ts'
import { withdrawPost } from './withdraw-post.ts'

/**
 * Settles a delivery that needs a person: they found it in the ticket, want it sent again, give it up, or deleted what
 * stood there twice. Throws `not_found`; `conflict` where it does not need anybody any more, or was never sent and is
 * said to be there.
 */
export async function settleDelivery(
  context: Context,
  id: string,
  { how }: SettleDelivery,
): Promise<PostView> {
  authorise(context, 'post.write')
  const now = context.clock.now()
  const settled = await context.db.asTeam(context.team, async (tx) => {
    await requirePostOf(tx, context, id)
    const row = await takeOpen(tx, id, now, how)
    if (row.dueAt !== null) await scheduleDelivery(tx, id, new Date(now))
    else await unscheduleDelivery(tx, id)
    if (how === 'it_is_there' && row.part === 'text')
      await followText(tx, row.postId, { state: 'posted' }, now)
    const withdrawn =
      how === 'give_up' && row.part === 'text' ? await withdrawPost(tx, context, row.postId) : null
    await recordAudit(tx, context, 'delivery.settled', id, { how })
    const view = await requirePost(tx, context, row.postId)
    await announce(tx, context.team, view.session)
    return { view, committed: withdrawn?.committed ?? (() => {}) }
  })
  settled.committed()
  context.wakeDelivery()
  return settled.view
}

async function takeOpen(tx: Tx, id: string, now: number, how: SettleDelivery['how']) {
  const updatedAt = changedAt(now)
  const dueAt = new Date(now)
  const changes = {
    it_is_there: {
      state: 'posted',
      // It may be there twice by now, so a text is looked at once more.
      sweeps: beforeLastSweep,
      dueAt: sql`case when ${delivery.part} = 'text' then ${dueAt.toISOString()}::timestamptz end`,
      message: null,
      updatedAt,
    },
    send_again: {
      // What was sent before may have arrived after all: it is looked for first.
      state: sql`case when ${delivery.sentAt} is null then 'waiting' else 'checking' end`,
      quarantineUntil: null,
      attempt: 0,
      tries: 0,
      insist: true,
      dueAt,
      message: null,
      updatedAt,
    },
    give_up: { state: 'undone', dueAt: null, updatedAt },
    look_again: { sweeps: sql`least(${delivery.sweeps}, ${beforeLastSweep})`, dueAt, updatedAt },
  } as const
  const isOpen = inArray(delivery.state, ['needs_you', 'failed'])
  const suits = {
    it_is_there: and(isOpen, isNotNull(delivery.sentAt)),
    send_again: isOpen,
    give_up: isOpen,
    look_again: and(eq(delivery.state, 'posted'), delivery.doubled),
  }
  const [row] = await tx
    .update(delivery)
    .set(changes[how])
    .where(and(eq(delivery.id, id), suits[how]))
    .returning()
  if (row !== undefined) return row
  const [known] = await tx.select().from(delivery).where(eq(delivery.id, id))
  if (known === undefined) throw new Problem('not_found', 'This post is not here.')
  if (
    how === 'it_is_there' &&
    known.sentAt === null &&
    (known.state === 'needs_you' || known.state === 'failed')
  )
    throw new Problem('conflict', 'It was never sent, so it is not there. Send it again, or give it up.')
  throw new Problem('conflict', 'Somebody has settled this already.')
}
