import { answer, openSessions, record, suggested } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { startFlow } from '../../state/start.ts'
import { continueSession } from '../sessions/continue-session.ts'
import { goOnAt, passedHere } from './go-on.tsx'
import { goOn } from './rest-dock.tsx'

/** What Enter does: the first answer or the first step to go on at, done, resume, or on to the note. */
export function takeDefault(panel: Panel, scope: Scope): void {
  if (scope.screen.value === 'pick') {
    takeFirst(panel, scope)
    return
  }
  const session = scope.state.value?.session
  const here = scope.here.value
  const passed = passedHere(scope)
  if (!session) return
  if (session.status !== 'active') goOn(panel, scope)
  else if (passed) goOnAt(panel, scope, passed, 0)
  else if (!here || here.step.kind === 'input' || isDestructive(scope)) focusField()
  else if (here.step.kind === 'instruction') record(panel, scope, { type: 'done', step: here.address })
  else answer(panel, scope, 0)
}

/** Takes the nth of what a ticket can be worked along, counted from 0: what was begun, then what fits. */
export function takeNth(panel: Panel, scope: Scope, index: number): void {
  const begun = openSessions(scope)
  const session = begun[index]
  const fitting = suggested(scope)[index - begun.length]
  if (session) void continueSession(panel, scope, session.id)
  else if (fitting) void startFlow(panel, scope, fitting.flow)
}

/** Goes on with what was begun, else starts the flow that fits best, else works without one where none fits. */
function takeFirst(panel: Panel, scope: Scope): void {
  const begun = openSessions(scope)[0]
  const found = scope.suggestions.value
  if (begun) void continueSession(panel, scope, begun.id)
  else if (found) void startFlow(panel, scope, suggested(scope)[0]?.flow ?? null)
}

/** Puts the cursor into the step's first field. */
function focusField(): void {
  const field = document.querySelector('.rf-dock input, .rf-dock textarea')
  if (field instanceof HTMLElement) field.focus()
}

/** Whether the step shown is an instruction that wants its target typed. */
function isDestructive(scope: Scope): boolean {
  const step = scope.here.value?.step
  return step?.kind === 'instruction' && step.risk === 'destructive'
}
