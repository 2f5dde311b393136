import type { SessionEvent } from '#shared/session/event.ts'
import type { Act } from '#shared/session/session.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { unpostedLines } from './unposted.ts'

/** The acts that came in late, that nobody kept or struck yet, and that are in no text of the ticket. */
export function lateActs(panel: Panel, scope: Scope): Act[] {
  const acts = scope.state.value?.session.acts ?? []
  const judged = new Set(acts.flatMap(({ event }) => (event.type === 'late_judged' ? [event.event] : [])))
  const late = acts.filter(({ event, standing }) => standing === 'late' && !judged.has(event.id))
  if (late.length === 0) return late
  const told = unpostedLines(panel, scope).flatMap(({ events }) => events)
  return late.filter(({ event }) => told.includes(event.id))
}

/** Whether one of them is about a step that something else stands for: both in one text would contradict each other. */
export function hasContradiction(panel: Panel, scope: Scope): boolean {
  const acts = scope.state.value?.session.acts ?? []
  const standing = new Set(acts.flatMap((act) => (act.standing === 'stands' ? [stepKey(act.event)] : [])))
  return lateActs(panel, scope).some(({ event }) => {
    const key = stepKey(event)
    return key !== '' && standing.has(key)
  })
}

function stepKey(event: SessionEvent): string {
  return 'step' in event && event.step ? event.step.join(' ') : ''
}
