import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { openInto } from '../../state/ticket.ts'
import { troubleOf } from '../../state/trouble.ts'

/** Goes on with a session that is already open. */
export async function continueSession(panel: Panel, scope: Scope, id: string): Promise<void> {
  if (scope.busy.value) return
  scope.busy.value = true
  try {
    await openInto(panel, scope, id)
  } catch (error) {
    scope.trouble.value = troubleOf(error)
  } finally {
    scope.busy.value = false
  }
}
