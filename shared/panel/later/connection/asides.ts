import { holdLog } from '#shared/sync/hold-log.ts'
import type { LiveState } from '#shared/sync/live-session.ts'
import { openSession, type SyncDeps } from '#shared/sync/open-session.ts'
import { sessionCache } from '#shared/sync/session-cache.ts'
import { asidePrefix, readSetAside, type SetAside } from '#shared/sync/set-aside.ts'
import { type Panel, syncOf } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import type { KnownSession } from './aside-words.ts'

/** An entry that the server refused, and what is known of its session. */
export interface Aside {
  one: SetAside
  known: KnownSession | null
}

/** What the server refused in the session shown, as it stands now. */
export function ownAsides(state: LiveState | null): Aside[] {
  return (state?.aside ?? []).map((one) => ({ one, known: state }))
}

/** What the server refused in the member's other sessions, as this browser keeps it. */
export async function otherAsides(panel: Panel, scope: Scope): Promise<Aside[]> {
  const me = panel.me.value
  if (!me) return []
  const { store, member } = syncOf(panel, me)
  const all = await readSetAside(store, asidePrefix(member))
  const others = all.filter(({ session }) => session !== scope.live.peek()?.id)
  return Promise.all(others.map(async (one) => ({ one, known: await knownOf(store, member, one.session) })))
}

async function knownOf(
  store: SyncDeps['store'],
  member: string,
  session: string,
): Promise<KnownSession | null> {
  const kept = await sessionCache(store, member, session).load()
  return kept && holdLog(kept.stored.header, kept.closure, kept.entries, [])
}

/** Sends an entry once more. Rejects with the `ApiError` where it was not taken. */
export function sendAgain(panel: Panel, scope: Scope, { session, event }: SetAside): Promise<void> {
  return withSession(panel, scope, session, (live) => live.tryAgain(event.id))
}

/** Forgets an entry for good. Rejects where the browser's storage does. */
export function dropAside(panel: Panel, scope: Scope, { session, event }: SetAside): Promise<void> {
  const me = panel.me.value
  const live = scope.live.value
  if (live?.id === session) return live.drop(event.id)
  return me ? panel.host.store.delete(asidePrefix(me.member.id, session) + event.id) : Promise.resolve()
}

/** Does something with the session shown, or with another one opened for it alone. */
async function withSession(
  panel: Panel,
  scope: Scope,
  id: string,
  act: (live: Awaited<ReturnType<typeof openSession>>) => Promise<void>,
): Promise<void> {
  const shown = scope.live.value
  const me = panel.me.value
  if (shown?.id === id) return act(shown)
  if (!me) return
  const live = await openSession(syncOf(panel, me), id)
  try {
    await act(live)
  } finally {
    live.close()
  }
}
