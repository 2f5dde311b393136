import { stepOf } from '#shared/session/place.ts'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { originalStep, titleOf } from './trail-lines.ts'

/** Another answer to a question that was answered before. */
export function ChangeAnswer({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const state = scope.state.value
  const event = panel.subject.value
  const address = state && originalStep(state.session, event)
  const step = state && address ? stepOf(state.closure, address) : undefined
  if (!state || !address || (step?.kind !== 'question' && step?.kind !== 'verify')) return null
  const given = state.session.acts.find((act) => act.event.id === event)?.event
  const before = given && 'choice' in given ? given.choice : ''
  const choose = (index: number): boolean => {
    const choice = step.choices[index]
    if (!choice) return false
    const changed = choice.id === before
    if (changed || record(panel, scope, { type: 'changed_answer', supersedes: event, choice: choice.id }))
      onClose()
    return true
  }
  const t = allWords.value.run
  return (
    <Dialog
      title={t.changeTitle}
      onClose={onClose}
      onKey={(key) => /^[1-9]$/.test(key) && choose(Number(key) - 1)}
    >
      <p>{titleOf(address, state.session, state.closure)}</p>
      <ul class="rf-menu">
        {step.choices.map((choice, index) => (
          <li key={choice.id}>
            <button
              type="button"
              class={`rf-choice rf-wide ${choice.id === before ? 'rf-first' : ''}`}
              aria-pressed={choice.id === before}
              onClick={() => choose(index)}
            >
              <span class="rf-key" aria-hidden="true">
                {index + 1}
              </span>
              <span>{choice.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="rf-note">{t.changeWhy}</p>
    </Dialog>
  )
}
