import type { Client } from '../client.ts'
import type { SessionView } from '../contracts/session.ts'
import type { ClockOffset } from './clock-offset.ts'
import { holdLog } from './hold-log.ts'
import type { DurableStore, LiveSession, Surroundings } from './live-session.ts'
import { type loadConnection, runSession } from './run-session.ts'
import { sessionCache } from './session-cache.ts'
import type { loadRedaction } from './text-cleaner.ts'

export interface SyncDeps {
  client: Client
  store: DurableStore
  surroundings: Surroundings
  /** The signed-in member's id: whose events these are, and whose part of the store is used. */
  member: string
  /** Corrects the time of events; without it this machine's clock counts. */
  clock?: ClockOffset
  /** Loads what cleans texts of secrets; a chunk of its own unless given. */
  load?: typeof loadRedaction
  /** Loads what talks to the API; a chunk of its own unless given. */
  connect?: typeof loadConnection
}

/**
 * Opens a session: from what this browser keeps of it, at once and without a network, else from the API, whose
 * `ApiError` it rejects with. A view already at hand saves asking. Unsent events that a former visit left are there
 * again. Then it sends and follows in the background until closed.
 */
export async function openSession(deps: SyncDeps, from: SessionView | string): Promise<LiveSession> {
  const id = typeof from === 'string' ? from : from.header.id
  const cache = sessionCache(deps.store, deps.member, id)
  const kept = typeof from === 'string' ? await cache.load().catch(() => null) : null
  if (kept) {
    const { header, posts, members } = kept.stored
    return runSession(deps, cache, {
      held: holdLog(header, kept.closure, kept.entries, []),
      posts,
      members,
      fresh: false,
    })
  }
  const view = typeof from === 'string' ? await deps.client.call('getSession', { params: { id } }) : from
  const { header, closure, log, posts, members } = view
  return runSession(deps, cache, { held: holdLog(header, closure, log, []), posts, members, fresh: true })
}
