import type { Choice, Step } from '#shared/flow/flow.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'

/** How often a step that can come round again still may. */
export function Retries({ scope, step }: { scope: Scope; step: Step }) {
  const here = scope.here.value
  const used = scope.state.value?.session.place?.retries
  if (!here || !used) return null
  const exits: { exit: string; next: Choice['next'] }[] =
    step.kind === 'question' || step.kind === 'verify'
      ? step.choices.map((choice) => ({ exit: choice.id, next: choice.next }))
      : step.kind === 'instruction' || step.kind === 'input'
        ? [{ exit: 'next', next: step.next }]
        : []
  const limited = exits.find(({ next }) => next.retry)
  if (!limited?.next.retry) return null
  const left = limited.next.retry.limit - (used[`${here.key}:${limited.exit}`] ?? 0)
  return left > 0 ? <p class="rf-note">{allWords.value.run.loops(left)}</p> : null
}
