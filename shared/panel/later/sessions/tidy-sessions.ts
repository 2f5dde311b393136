import { purgeSessions, sendHeldEvents } from '#shared/sync/held-sessions.ts'
import type { SyncDeps } from '#shared/sync/open-session.ts'
import { purgeViews } from './keep-view.ts'
import { purgeKept } from './kept-until.ts'

/** Days that a finished session is kept in this browser. */
const keptDays = 14

/** Sends what former visits left unsent in other sessions, and forgets those finished long ago. */
export async function tidySessions(sync: SyncDeps, except: string | null): Promise<void> {
  await sendHeldEvents(sync, except).catch(() => undefined)
  await purgeSessions(sync.store, sync.member, sync.surroundings, keptDays).catch(() => undefined)
  await purgeViews(sync, keptDays).catch(() => undefined)
  await purgeKept(sync).catch(() => undefined)
}
