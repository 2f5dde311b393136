import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '#api/db/db.ts'
import { delivery, post } from '#api/db/schema/post.ts'
import type { Neighbour } from './neighbours.ts'

/** The deliveries of the ticket's other posts. */
export async function readNeighbours(tx: Tx, own: typeof post.$inferSelect): Promise<Neighbour[]> {
  const { part, state, psaId, dueAt } = delivery
  const { id, acceptedAt, request } = post
  const rows = await tx
    .select({ id, acceptedAt, request, part, state, psaId, dueAt })
    .from(delivery)
    .innerJoin(post, eq(post.id, delivery.postId))
    .where(and(eq(post.ticketId, own.ticketId), eq(post.ticketKind, own.ticketKind), ne(post.id, own.id)))
  return rows.map((row) => ({
    post: row.id,
    acceptedAt: row.acceptedAt.getTime(),
    kind: row.request.kind,
    part: row.part,
    state: row.state,
    psaId: row.psaId,
    dueAt: row.dueAt?.getTime() ?? null,
  }))
}
