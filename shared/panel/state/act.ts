import type { SessionSummary } from '#shared/contracts/session.ts'
import type { Choice } from '#shared/flow/flow.ts'
import { choicesNow } from '#shared/session/available.ts'
import type { EventBody, RejectionReason } from '#shared/session/event.ts'
import { loadLater, type Panel, say } from './panel.ts'
import type { Scope } from './scope.ts'
import { continueSession, startFlow } from './start.ts'

/** Records what was done; a refusal is said in plain words and changes nothing. */
export function record(panel: Panel, scope: Scope, body: EventBody): boolean {
  const live = scope.live.value
  if (!live) return false
  try {
    const result = live.record(body)
    if (!result.ok) void sayRejected(panel, result.reason)
    return result.ok
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    say(panel, error.message)
    return false
  }
}

async function sayRejected(panel: Panel, reason: RejectionReason): Promise<void> {
  await loadLater(panel)
  say(panel, panel.later.value?.rejection(reason) ?? '')
}

/** The answers of the step shown; none where it asks nothing. */
export function answers(scope: Scope): Choice[] {
  const state = scope.state.value
  return state ? choicesNow(state.closure, state.session) : []
}

/** Gives the nth answer, counted from 0. */
export function answer(panel: Panel, scope: Scope, index: number): void {
  const suggestion = scope.screen.value === 'pick' ? scope.suggestions.value?.suggestions[index] : undefined
  if (suggestion) return void startFlow(panel, scope, suggestion.flow)
  const choice = answers(scope)[index]
  const here = scope.here.value
  if (choice && here) record(panel, scope, { type: 'answered', step: here.address, choice: choice.id })
}

/** What Enter does: the first answer, done, resume, or on to the note. */
export function takeDefault(panel: Panel, scope: Scope): void {
  if (scope.screen.value === 'pick') {
    takeFirst(panel, scope)
    return
  }
  const session = scope.state.value?.session
  const here = scope.here.value
  if (!session) return
  if (session.status !== 'active') void loadLater(panel).then(() => panel.later.value?.goOn(panel, scope))
  else if (!here || here.step.kind === 'input' || isDestructive(scope)) focusField()
  else if (here.step.kind === 'instruction') record(panel, scope, { type: 'done', step: here.address })
  else answer(panel, scope, 0)
}

/** Sessions of the ticket that can be gone on with, the latest first. */
export function openSessions(scope: Scope): SessionSummary[] {
  return scope.sessions.value.filter((one) => one.status !== 'ended' || one.unposted > 0)
}

/** Goes on with what was begun, else starts the flow that fits best, else works without one where none fits. */
function takeFirst(panel: Panel, scope: Scope): void {
  const begun = openSessions(scope)[0]
  const found = scope.suggestions.value
  if (begun) void continueSession(panel, scope, begun.id)
  else if (found) void startFlow(panel, scope, found.suggestions[0]?.flow ?? null)
}

/** Whether the step shown is an instruction that wants its target typed. */
export function isDestructive(scope: Scope): boolean {
  const step = scope.here.value?.step
  return step?.kind === 'instruction' && step.risk === 'destructive'
}

/** Puts the cursor into the step's first field. */
function focusField(): void {
  const field = document.querySelector('.rf-dock input, .rf-dock textarea')
  if (field instanceof HTMLElement) field.focus()
}
