import type { SessionHeader } from '../session/session.ts'
import type { DurableStore, LiveSession, Surroundings } from './live-session.ts'
import { openSession, type SyncDeps } from './open-session.ts'
import { entryPrefix, flowKey, sessionKey } from './session-cache.ts'
import { queuePrefix } from './session-queue.ts'
import { asidePrefix } from './set-aside.ts'
import { isStoredSession } from './stored-shapes.ts'

const day = 86_400_000
/** A session that nobody ended is kept longer, in days: it may wait for a part. */
const unfinishedDays = 90

/** A session as this browser keeps it. */
export interface HeldSession {
  header: SessionHeader
  ended: boolean
  /** Milliseconds since 1970 at the last change. */
  touched: number
  /** Events that the API did not confirm yet. */
  unsent: number
  /** Events that the API refused and nobody decided on yet. */
  aside: number
}

/** What this browser keeps of a member's sessions, last touched first: all that can be resumed without a network. */
export async function heldSessions(store: DurableStore, member: string): Promise<HeldSession[]> {
  const keys = await store.keys(sessionKey(member, ''))
  const stored = (await Promise.all(keys.map((key) => store.get(key)))).filter(isStoredSession)
  const held = stored.map(async ({ header, ended, touched }) => ({
    header,
    ended,
    touched,
    unsent: (await store.keys(queuePrefix(member, header.id))).length,
    aside: (await store.keys(asidePrefix(member, header.id))).length,
  }))
  return (await Promise.all(held)).sort((a, b) => b.touched - a.touched)
}

/**
 * Deletes what is kept of sessions that ended more than `days` ago, and of unfinished ones untouched for 90 days;
 * never one with events that are unsent or set aside. Answers how many.
 */
export async function purgeSessions(
  store: DurableStore,
  member: string,
  { now }: Pick<Surroundings, 'now'>,
  days: number,
): Promise<number> {
  const old = (await heldSessions(store, member)).filter(
    ({ ended, touched, unsent, aside }) =>
      unsent + aside === 0 && now() - touched > (ended ? days : Math.max(days, unfinishedDays)) * day,
  )
  for (const { header } of old) await forgetSession(store, member, header.id)
  return old.length
}

/**
 * Sends what former visits left unsent in sessions other than the one at hand. Answers how many sessions still
 * have unsent events, since the API was not reached.
 */
export async function sendHeldEvents(deps: SyncDeps, except: LiveSession['id'] | null): Promise<number> {
  const held = await heldSessions(deps.store, deps.member)
  let left = 0
  for (const { header, unsent } of held) {
    if (unsent === 0 || header.id === except) continue
    const session = await openSession(deps, header.id)
    await session.flush().catch(() => {
      // What was refused is set aside, so nothing is left of it to send.
      if (session.state().unsent > 0) left++
    })
    session.close()
  }
  return left
}

/** Deletes what is kept of a session, its log first. */
async function forgetSession(store: DurableStore, member: string, session: string): Promise<void> {
  for (const key of await store.keys(entryPrefix(member, session))) await store.delete(key)
  await store.delete(flowKey(member, session))
  await store.delete(sessionKey(member, session))
}
