import type { Client, StreamEvent } from '../client.ts'
import { linkOf } from './link-of.ts'
import type { LiveState, Surroundings } from './live-session.ts'
import { createPause, retryDelay } from './pause.ts'

/** A stream silent for so many milliseconds is dead; the API sends a heartbeat every 15 s. */
const longestSilence = 45_000
/** Milliseconds between two polls, and before a stream is tried again instead; the latter grows. */
const pollEvery = 5_000
const streamAgain = 60_000
const streamAgainAtMost = 900_000

export interface FollowingDeps {
  client: Client
  surroundings: Surroundings
  session: string
  /** Sequence of the last stored entry that is known. */
  after(): number
  onEvent(event: StreamEvent): void
  /** Asks for what is new, without a stream; rejects where the API does not answer. */
  poll(): Promise<void>
  onLink(link: LiveState['link']): void
}

export interface Follower {
  /** Connects anew at once, such as on another network. */
  poke(): void
  close(): void
}

/**
 * Follows what others add to a session: by a stream from the last known sequence, opened again when it is lost; by
 * polling after two streams in a row brought nothing, until a stream does.
 */
export function followSession(deps: FollowingDeps): Follower {
  const { client, surroundings } = deps
  const pause = createPause(surroundings)
  let closed = false
  let cut = (): void => undefined
  let misses = 0
  let failures = 0

  /** Resolves when the stream is lost: true where it had brought a sign of life. */
  async function stream(): Promise<boolean> {
    const end = new AbortController()
    let lived = false
    let stopWatch = (): void => undefined
    cut = () => end.abort()
    const watch = (): void => {
      stopWatch()
      stopWatch = surroundings.after(longestSilence, cut)
    }
    watch()
    try {
      const input = {
        params: { id: deps.session },
        query: { after: String(deps.after()) },
        signal: end.signal,
      }
      await client.stream('streamSession', input, (event) => {
        if (closed) return
        watch()
        lived ||= event.event !== 'open'
        misses = 0
        if (event.event === 'open') deps.onLink('live')
        else deps.onEvent(event)
      })
    } catch (error) {
      const link = linkOf(error)
      if (!closed && link !== 'offline') deps.onLink(link)
    } finally {
      stopWatch()
    }
    return lived
  }

  async function pollUntil(time: number): Promise<void> {
    while (!closed && failures > 0) {
      try {
        await deps.poll()
        misses = 0
        deps.onLink('polling')
      } catch (error) {
        misses++
        deps.onLink(linkOf(error))
      }
      const wait = misses > 0 ? retryDelay(misses, surroundings.random()) : pollEvery
      await pause.wait(wait * (0.8 + surroundings.random() * 0.4))
      if (misses > 0 || surroundings.now() >= time) return
    }
  }

  async function run(): Promise<void> {
    while (!closed) {
      failures = (await stream()) ? 0 : failures + 1
      if (closed) return
      if (failures < 2) await pause.wait(retryDelay(1, surroundings.random()))
      else
        await pollUntil(surroundings.now() + Math.min(streamAgain * 2 ** (failures - 2), streamAgainAtMost))
    }
  }

  void run()
  return {
    poke() {
      failures = 0
      pause.wake()
      cut()
    },
    close() {
      closed = true
      cut()
      pause.wake()
    },
  }
}
