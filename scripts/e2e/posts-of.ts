import type { PostView } from '#shared/contracts/post.ts'
import { asAdmin } from './sign-in.ts'

/** Every post of a ticket's sessions, as the API tells of them. */
export async function postsOf(api: string, ticket: number): Promise<PostView[]> {
  const client = await asAdmin(api)
  const { sessions } = await client.call('listSessions', { query: { ticket: String(ticket) } })
  const views = await Promise.all(sessions.map(({ id }) => client.call('getSession', { params: { id } })))
  return views.flatMap((view) => view.posts)
}
