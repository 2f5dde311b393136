import type { Client } from '../client.ts'
import type { PostView } from '../contracts/post.ts'
import type { LogEntry } from '../session/event.ts'

/** The posts of a session as last heard of, in the order in which they were accepted. */
export interface SessionPosts {
  all(): PostView[]
  take(post: PostView): void
  /** Takes in answers to what was asked when `before` was all that was known; newer news are kept. */
  takeAnswers(answers: PostView[], before: PostView[]): void
  /** Asks for each post that may have moved on, and for those that the log names but nobody told of. */
  refresh(log: LogEntry[]): Promise<void>
}

/** Posts that nothing changes any more. */
const settled = new Set<PostView['state']>(['posted', 'undone'])

/** Those that are known `first`; `onChange` hears of every change. Refreshing rejects as the client does. */
export function sessionPosts(client: Client, first: PostView[], onChange: () => void): SessionPosts {
  let posts = first

  const find = (id: string, list = posts): PostView | undefined => list.find((post) => post.id === id)

  const take = (post: PostView): void => {
    posts = find(post.id) ? posts.map((old) => (old.id === post.id ? post : old)) : [...posts, post]
    onChange()
  }

  const takeAnswers = (answers: PostView[], before: PostView[]): void => {
    for (const post of answers) if (find(post.id) === find(post.id, before)) take(post)
  }

  const ask = async (id: string): Promise<void> => {
    const before = posts
    takeAnswers([await client.call('getPost', { params: { id } })], before)
  }

  return {
    all: () => posts,
    take,
    takeAnswers,
    async refresh(log) {
      const named = log.flatMap(({ event }) => (event.type === 'posted' ? [event.post] : []))
      const open = posts.filter(({ state }) => !settled.has(state)).map(({ id }) => id)
      const ids = new Set([...open, ...named.filter((id) => !find(id))])
      await Promise.all([...ids].map(ask))
    },
  }
}

/** Whether a received value is a post as the API shows it. */
export const isPost = (value: unknown): value is PostView =>
  value instanceof Object && 'id' in value && 'state' in value && 'parts' in value
