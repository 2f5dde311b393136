import { and, eq } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { delivery } from '#api/db/schema/post.ts'
import { session } from '#api/db/schema/session.ts'
import { whichAreSeen } from '#api/features/sessions/load-session.ts'
import { Problem } from '#api/problem.ts'
import type { PostView } from '#shared/contracts/post.ts'
import { readPost } from './read-posts.ts'

/** One post and how far it is. Throws `not_found`. */
export async function viewPost(context: Context, id: string): Promise<PostView> {
  authorise(context, 'session.read')
  return context.db.asTeam(context.team, (tx) => requirePost(tx, context, id))
}

/** The post. Throws `not_found`, for unknown and foreign ids alike. */
export async function requirePost(tx: Tx, context: Asking, id: string): Promise<PostView> {
  const found = await readPost(tx, id)
  if (found !== undefined && (await isSeen(tx, context, found))) return found
  throw new Problem('not_found', 'This post is not here.')
}

/** The same by the id of one of its deliveries. */
export async function requirePostOf(tx: Tx, context: Asking, id: string): Promise<PostView> {
  const [row] = await tx.select({ post: delivery.postId }).from(delivery).where(eq(delivery.id, id))
  if (row === undefined) throw new Problem('not_found', 'This post is not here.')
  return requirePost(tx, context, row.post)
}

type Asking = Pick<Context, 'member'>

async function isSeen(tx: Tx, context: Asking, post: PostView): Promise<boolean> {
  const seen = whichAreSeen(context)
  if (seen === undefined) return true
  const rows = await tx
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.id, post.session), seen))
  return rows.length > 0
}
