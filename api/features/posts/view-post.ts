import { authorise, type Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { Problem } from '#api/problem.ts'
import type { PostView } from '#shared/contracts/post.ts'
import { readPost } from './read-posts.ts'

/** One post and how far it is. Throws `not_found`. */
export async function viewPost(context: Context, id: string): Promise<PostView> {
  authorise(context, 'session.read')
  return context.db.asTeam(context.team, (tx) => requirePost(tx, id))
}

/** The post. Throws `not_found`, for unknown and foreign ids alike. */
export async function requirePost(tx: Tx, id: string): Promise<PostView> {
  const found = await readPost(tx, id)
  if (found === undefined) throw new Problem('not_found', 'This post is not here.')
  return found
}
