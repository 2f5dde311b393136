import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import type { PanelCommand } from './command.ts'
import { formSentBy, isControls, isSingle, isWriting, keyOf } from './keys.ts'
import { commands } from './registry.ts'

/** Runs the command a key press stands for, if there is one now; Escape leaves a field. Dialogs keep their own keys. */
export function pressKey(panel: Panel, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat) return
  const form = formSentBy(event)
  if (form) {
    event.preventDefault()
    form.requestSubmit()
    return
  }
  if (
    event.key === 'Escape' &&
    !panel.dialog.value &&
    isWriting(event) &&
    event.target instanceof HTMLElement
  ) {
    event.target.blur()
    return
  }
  const command = commandFor(panel, event)
  if (!command) return
  event.preventDefault()
  runCommand(panel, command)
}

/** The command a key press stands for now, or none. */
export function commandFor(panel: Panel, event: KeyboardEvent): PanelCommand | null {
  const key = keyOf(event)
  if (panel.dialog.value) return null
  if (isSingle(key)) {
    const always = key === 'Enter' || key === 'Escape'
    if (isWriting(event) || isControls(event) || !(panel.singleKeys.value || always)) return null
  }
  if (isWriting(event) && event.isComposing) return null
  const scope = panel.scope.value
  return commands.find((one) => one.keys.includes(key) && isPossible(panel, scope, one)) ?? null
}

/** Whether a command can be run now. */
export function isPossible(panel: Panel, scope: Scope | null, command: PanelCommand): boolean {
  return (command.anywhere !== undefined || scope !== null) && command.can(panel, scope)
}

/** Runs a command, on the ticket shown where it needs one. */
export function runCommand(panel: Panel, command: PanelCommand): void {
  const scope = panel.scope.value
  if (command.anywhere) command.anywhere(panel)
  else if (scope) command.run?.(panel, scope)
}
