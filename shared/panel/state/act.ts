import type { SessionSummary } from '#shared/contracts/session.ts'
import type { Suggestion } from '#shared/contracts/ticket.ts'
import type { Choice } from '#shared/flow/flow.ts'
import { choicesNow } from '#shared/session/available.ts'
import type { EventBody, RejectionReason } from '#shared/session/event.ts'
import { loadLater, type Panel, say } from './panel.ts'
import type { Scope } from './scope.ts'

/**
 * Records what was done; a refusal is said in plain words and changes nothing. False also where a text has to wait for
 * the redaction code: it stays in its field and is sent from there.
 */
export function record(panel: Panel, scope: Scope, body: EventBody): boolean {
  const live = scope.live.value
  if (!live) return false
  try {
    const result = live.record(body)
    if (!result.ok) void sayRejected(panel, result.reason)
    return result.ok
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const coming = live.textsTaken()
    if (coming && panel.later.value) panel.later.value.sendOnceTaken(panel, live, body, coming)
    else say(panel, error.message)
    return false
  }
}

/** Says why an act did not count. */
export async function sayRejected(panel: Panel, reason: RejectionReason): Promise<void> {
  await loadLater(panel)
  say(panel, panel.later.value?.rejection(reason) ?? '')
}

/** The answers of the step shown; none where it asks nothing. */
export function answers(scope: Scope): Choice[] {
  const state = scope.state.value
  return state ? choicesNow(state.closure, state.session) : []
}

/** The flows that fit, without those put aside. */
export function suggested(scope: Scope): Suggestion[] {
  return (
    scope.suggestions.value?.suggestions.filter(({ flow }) => !scope.dismissed.value.includes(flow)) ?? []
  )
}

/** Gives the nth answer, counted from 0. */
export function answer(panel: Panel, scope: Scope, index: number): void {
  const choice = answers(scope)[index]
  const here = scope.here.value
  if (choice && here) record(panel, scope, { type: 'answered', step: here.address, choice: choice.id })
}

/** Sessions of the ticket that can be gone on with, the latest first. */
export function openSessions(scope: Scope): SessionSummary[] {
  return scope.sessions.value.filter((one) => one.status !== 'ended' || one.unposted > 0)
}
