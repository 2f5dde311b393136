import type { Context as HttpContext } from 'hono'
import { streamSSE } from 'hono/streaming'
import { authorise, type Context, seesCompany } from '#api/context.ts'
import { readPosts } from '#api/features/posts/read-posts.ts'
import type { ApiEnvironment } from '#api/http/api-environment.ts'
import { authenticate } from '#api/http/authenticate.ts'
import { Problem } from '#api/problem.ts'
import type { PostView } from '#shared/contracts/post.ts'
import { findSession } from './load-session.ts'
import { readLog } from './read-log.ts'

const heartbeatMs = 15_000

/**
 * Streams what happens in a session after a sequence: `entries` with log entries, and `post` with each post as it
 * changes. A wake says only that something changed; what it was is read from the database, so nothing is lost. Ends
 * where the token has expired or its member may no longer read, which is asked before anything more is told.
 */
export async function streamSession(
  context: Context,
  id: string,
  after: number,
  http: HttpContext<ApiEnvironment>,
): Promise<Response> {
  authorise(context, 'session.read')
  const { header } = await context.db.asTeam(context.team, (tx) => findSession(tx, context, id))
  const { company } = header.ticket
  http.header('X-Accel-Buffering', 'no')
  return streamSSE(http, async (stream) => {
    const wakes = createWakes()
    const stop = context.live.subscribe(context.team, id, wakes.wake)
    stream.onAbort(wakes.wake)
    const heartbeat = setInterval(wakes.wake, heartbeatMs)
    const told = new Map<string, string>()
    let seen = after
    try {
      while (!stream.aborted && !stream.closed && (await mayStillRead(http, context, company.id))) {
        const { entries, posts } = await context.db.asTeam(context.team, async (tx) => ({
          entries: await readLog(tx, id, seen),
          posts: await readPosts(tx, id),
        }))
        const last = entries.at(-1)
        if (last !== undefined) {
          await stream.writeSSE({ event: 'entries', id: String(last.seq), data: JSON.stringify({ entries }) })
          seen = last.seq
        }
        const changed = posts.filter((post) => isNew(told, post))
        for (const post of changed) await stream.writeSSE({ event: 'post', data: JSON.stringify(post) })
        if (last === undefined && changed.length === 0) await stream.write(': still here\n\n')
        await wakes.next()
      }
    } finally {
      clearInterval(heartbeat)
      stop()
    }
  })
}

/** Whether the request would be let in now as it was at first. */
async function mayStillRead(
  http: HttpContext<ApiEnvironment>,
  context: Context,
  company: number,
): Promise<boolean> {
  try {
    const now = await authenticate(http, context)
    authorise(now, 'session.read')
    return seesCompany(now, company)
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

function isNew(told: Map<string, string>, post: PostView): boolean {
  const now = JSON.stringify(post)
  if (told.get(post.id) === now) return false
  told.set(post.id, now)
  return true
}

/** Wakes that come while nobody waits are kept as one. */
function createWakes(): { wake(): void; next(): Promise<void> } {
  let pending = false
  let resolve: (() => void) | null = null
  return {
    wake() {
      if (resolve === null) pending = true
      else resolve()
      resolve = null
    },
    next() {
      if (pending) {
        pending = false
        return Promise.resolve()
      }
      return new Promise((done) => {
        resolve = done
      })
    },
  }
}
