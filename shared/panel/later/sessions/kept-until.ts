import type { DurableStore, Surroundings } from '#shared/sync/live-session.ts'
import { sessionKey } from '#shared/sync/session-cache.ts'

const day = 86_400_000
/** Days that what belongs to a session stays here without the session. */
const keptDays = 30

/**
 * Whether what the panel keeps for a session (which one was last open, a post under way, a half-written text) is
 * needed no longer: the session is not in this browser any more and began more than 30 days ago. `now` in milliseconds
 * since 1970.
 */
export function isOutdated(session: string, isHeld: boolean, now: number): boolean {
  return !isHeld && !(now - begunAt(session) <= keptDays * day)
}

/** The time in a UUIDv7, in milliseconds since 1970; 0 for any other id. */
function begunAt(id: string): number {
  return /^[\da-f]{8}-[\da-f]{4}-7/.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : 0
}

/** Forgets what the panel kept for a member's sessions that are long gone; to be called after sessions were purged. */
export async function purgeKept({
  store,
  member,
  surroundings,
}: {
  store: DurableStore
  member: string
  surroundings: Pick<Surroundings, 'now'>
}): Promise<void> {
  for (const what of ['last', 'post', 'draft']) {
    const prefix = `${member}/panel/${what}/`
    for (const key of await store.keys(prefix)) {
      const session = what === 'last' ? String(await store.get(key)) : key.slice(prefix.length).slice(0, 36)
      const held = (await store.get(sessionKey(member, session))) !== undefined
      if (isOutdated(session, held, surroundings.now())) await store.delete(key)
    }
  }
}
