import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#api/db/db.ts'
import { delivery, post } from '#api/db/schema/post.ts'
import type { DeliveryView, PostState, PostView } from '#shared/contracts/post.ts'

type PostRow = typeof post.$inferSelect
type DeliveryRow = typeof delivery.$inferSelect

/** The posts of a session, oldest first. */
export async function readPosts(tx: Tx, session: string): Promise<PostView[]> {
  return withParts(
    tx,
    await tx.select().from(post).where(eq(post.sessionId, session)).orderBy(asc(post.acceptedAt)),
  )
}

/** One post, or undefined. */
export async function readPost(tx: Tx, id: string): Promise<PostView | undefined> {
  const [view] = await withParts(tx, await tx.select().from(post).where(eq(post.id, id)))
  return view
}

async function withParts(tx: Tx, posts: PostRow[]): Promise<PostView[]> {
  if (posts.length === 0) return []
  const parts = await tx
    .select()
    .from(delivery)
    .where(
      inArray(
        delivery.postId,
        posts.map(({ id }) => id),
      ),
    )
  return posts.map((row) =>
    toView(
      row,
      parts.filter(({ postId }) => postId === row.id),
    ),
  )
}

function toView(row: PostRow, deliveries: DeliveryRow[]): PostView {
  const parts = deliveries.sort((a, b) => b.part.localeCompare(a.part)).map(toPart)
  return {
    id: row.id,
    session: row.sessionId,
    ticket: { id: row.ticketId, kind: row.ticketKind },
    kind: row.request.kind,
    audience: row.request.audience,
    text: row.text,
    state: stateOf(parts),
    by: row.by,
    acceptedAt: row.acceptedAt.toISOString(),
    notBefore: row.notBefore.toISOString(),
    upTo: row.request.upTo,
    // Each part's moment of change only rises, so their sum rises with every change.
    version: deliveries.reduce((sum, { updatedAt }) => sum + updatedAt.getTime(), 0),
    parts,
  }
}

function toPart(row: DeliveryRow): DeliveryView {
  const { id, part, state, message, psaId, author, dueAt, sentAt, doubled, copies, removing } = row
  const isOpen = state === 'waiting' || state === 'sending' || state === 'checking'
  return {
    id,
    part,
    state,
    message,
    psaId,
    author,
    nextTryAt: isOpen ? (dueAt?.toISOString() ?? null) : null,
    mayBeThere: sentAt !== null,
    doubled,
    ...(copies !== null && { copies }),
    removing,
  }
}

/** A post stands as its least settled part does. */
const order: readonly PostState[] = [
  'needs_you',
  'failed',
  'checking',
  'sending',
  'waiting',
  'posted',
  'undone',
]

function stateOf(parts: DeliveryView[]): PostState {
  const text = parts.find(({ part }) => part === 'text')
  if (text?.state === 'undone') return 'undone'
  return order.find((state) => parts.some((part) => part.state === state)) ?? 'waiting'
}
