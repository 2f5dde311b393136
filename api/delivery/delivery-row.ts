import { type SQL, sql } from 'drizzle-orm'
import { delivery, type post } from '#api/db/schema/post.ts'
import type { Change, Delivery, DeliveryJob } from '#api/ports/delivery.ts'

type DeliveryRow = typeof delivery.$inferSelect
type PostRow = typeof post.$inferSelect

/** A stored delivery in the words of its rules. */
export function toDelivery(row: DeliveryRow): Delivery {
  const { id, part, state, attempt, tries, sweeps, insist, statusBefore } = row
  const { marker, psaId, author, doubled, copies, removing, message } = row
  return {
    id,
    part,
    state,
    attempt,
    tries,
    sweeps,
    insist,
    statusBefore,
    marker,
    psaId,
    author,
    doubled,
    copies,
    removing,
    message,
    sentAt: row.sentAt?.getTime() ?? null,
    quarantineUntil: row.quarantineUntil?.getTime() ?? null,
    dueAt: row.dueAt?.getTime() ?? null,
  }
}

/** A stored delivery with what it has to write. */
export function toJob(
  row: DeliveryRow,
  of: PostRow,
  around: Pick<DeliveryJob, 'quarantineMs' | 'behindUntil' | 'others'>,
): DeliveryJob {
  return {
    ...around,
    team: row.teamId,
    delivery: toDelivery(row),
    post: {
      id: of.id,
      session: of.sessionId,
      request: of.request,
      ticket: { id: of.ticketId, kind: of.ticketKind },
      text: of.text,
      member: of.memberIdentifier,
      acceptedAt: of.acceptedAt.getTime(),
    },
  }
}

/** A change as columns, its moment included. */
export function toColumns(change: Change, now: number) {
  const { sentAt, quarantineUntil, dueAt, ...same } = change
  return {
    ...same,
    ...(sentAt !== undefined && { sentAt: toDate(sentAt) }),
    ...(quarantineUntil !== undefined && { quarantineUntil: toDate(quarantineUntil) }),
    ...(dueAt !== undefined && { dueAt: toDate(dueAt) }),
    updatedAt: changedAt(now),
  }
}

/** The moment of a change, later than that of the one before it whatever the clocks of two processes say. */
export const changedAt = (now: number): SQL =>
  sql`greatest(${delivery.updatedAt} + interval '1 millisecond', ${new Date(now).toISOString()}::timestamptz)`

const toDate = (at: number | null) => (at === null ? null : new Date(at))
