import type { PostView } from '../contracts/post.ts'
import type { HeldLog } from './hold-log.ts'
import type { LiveState } from './live-session.ts'
import type { SessionCache } from './session-cache.ts'
import type { SessionQueue } from './session-queue.ts'
import type { SetAside } from './set-aside.ts'

/** What is known of a session when it is opened. */
export interface Beginning {
  held: HeldLog
  posts: PostView[]
  members: Record<string, string>
  /** Whether this is what the API said just now, rather than what was kept. */
  fresh: boolean
}

/** A session while it runs: changed by what records at once and by what talks to the API, each telling so. */
export interface RunningSession extends Beginning {
  readonly id: string
  readonly queue: SessionQueue
  readonly cache: SessionCache
  /** Events that the API refused, as far as known. */
  aside: SetAside[]
  link: LiveState['link']
  /** What the last attempt to send met, until one succeeds. */
  trouble: LiveState['link'] | null
  /** All that was heard of the session is kept for a start without a network. */
  kept: boolean
  closed: boolean
  changed(): void
  /** Takes in events of the store that this page does not know: left by a former visit or by another page. */
  takeLeftovers(): Promise<void>
}
