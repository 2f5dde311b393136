import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { troubleOf } from '../../state/trouble.ts'

/** Fetches all published flows once, for browsing. */
export async function readFlows(panel: Panel, scope: Scope): Promise<void> {
  if (scope.flows.value) return
  try {
    const { flows } = await panel.host.client.call('listFlows', {})
    scope.flows.value = flows.filter((flow) => flow.version !== null)
  } catch (error) {
    scope.trouble.value = troubleOf(error)
  }
}
