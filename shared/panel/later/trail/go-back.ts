import { canGoBack } from '#shared/session/go-on.ts'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'

/** Back one step. */
export function goBack(panel: Panel, scope: Scope): void {
  const state = scope.state.value
  const last = state && canGoBack(state.session)
  if (last) record(panel, scope, { type: 'went_back', supersedes: last.id })
}
