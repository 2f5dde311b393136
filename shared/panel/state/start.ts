import { startSession } from '#shared/sync/start-session.ts'
import { words } from '../words/words.ts'
import { type Panel, syncOf } from './panel.ts'
import type { Scope } from './scope.ts'
import { adoptSession } from './ticket.ts'
import { isOffline, troubleOf } from './trouble.ts'

/** Starts a flow, or work without one, on the scope's ticket; a session already open for both is gone on with. */
export async function startFlow(panel: Panel, scope: Scope, flow: string | null): Promise<void> {
  const me = panel.me.value
  if (scope.busy.value || !me) return
  scope.busy.value = true
  scope.trouble.value = ''
  try {
    await adoptSession(
      panel,
      scope,
      await startSession(syncOf(panel, me), { ticket: { ...scope.ticket }, flow }),
    )
  } catch (error) {
    const { startOffline, notStarted } = words.value.trouble
    scope.trouble.value = isOffline(error) ? startOffline : notStarted(troubleOf(error))
  } finally {
    scope.busy.value = false
  }
}
