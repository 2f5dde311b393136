import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { forgetLast } from '../../state/ticket.ts'

/** Leaves the session as it is and offers the flows again, searching at once if asked. */
export function choosing(panel: Panel, scope: Scope, searching = false): void {
  scope.screen.value = 'pick'
  void forgetLast(panel, scope)
  if (searching) requestAnimationFrame(() => focusSearch())
}

function focusSearch(): void {
  const details = document.querySelector('.rf-browse')
  if (details instanceof HTMLDetailsElement) details.open = true
  const field = document.querySelector('.rf-browse input')
  if (field instanceof HTMLElement) field.focus()
}
