import type { Scope } from '../state/scope.ts'

/** Whether a session's steps are shown. */
export function onRun(scope: Scope | null): scope is Scope {
  return scope?.screen.value === 'run' && scope.state.value !== null
}

/** Whether the note is shown. */
export function onNote(scope: Scope | null): scope is Scope {
  return scope?.screen.value === 'note'
}

/** Whether a session that has not ended is shown. */
export function isRunning(scope: Scope | null): boolean {
  return onRun(scope) && scope.state.value?.session.status !== 'ended'
}
