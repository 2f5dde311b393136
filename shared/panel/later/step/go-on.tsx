import { stepTexts } from '#shared/note/step-texts.ts'
import { english } from '#shared/note/strings.ts'
import { goOnFrom, type Passed } from '#shared/session/go-on.ts'
import { Button, KeyCap } from '../../parts/button.tsx'
import { record } from '../../state/act.ts'
import { type Panel, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'

/** Where to go on from the step shown, if it was passed over and the flow does not say; else null. */
export function passedHere(scope: Scope): Passed | null {
  const state = scope.state.value
  return state && goOnFrom(state.closure, state.session)
}

/** Goes on at the nth step offered, counted from 0; with none left to go on at, asks how it ends. */
export function goOnAt(panel: Panel, scope: Scope, passed: Passed, index: number): void {
  const { id: _id, v: _v, at: _at, by: _by, ...body } = passed.event
  const way = passed.ways[index]
  if (way) record(panel, scope, { ...body, to: way.to })
  else if (passed.ways.length === 0) show(panel, 'conclude')
}

/** The steps to go on at after one that was passed over, by title, and the way to end here. */
export function GoOn({ panel, scope, passed }: { panel: Panel; scope: Scope; passed: Passed }) {
  const t = allWords.value
  const state = scope.state.value
  if (!state) return null
  const { session, closure } = state
  const { fill } = stepTexts(session, closure, english)
  return (
    <fieldset class="rf-dock rf-choices">
      <legend class="rf-note">{passed.ways.length > 0 ? t.run.passedGoOn : t.run.passedEnd}</legend>
      {passed.ways.map(({ to, title, after }, index) => (
        <button
          type="button"
          key={to.join('/')}
          class={`rf-choice ${index === 0 ? 'rf-first' : ''}`}
          onClick={() => goOnAt(panel, scope, passed, index)}
          aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
        >
          <span class="rf-key" aria-hidden="true">
            {index < 9 ? index + 1 : ''}
          </span>
          <span>{t.run.goOnWith(fill(title, session.seq), after && fill(after, session.seq))}</span>
          {index === 0 && <KeyCap of="Enter" />}
        </button>
      ))}
      <Button
        look={passed.ways.length > 0 ? 'plain' : 'lead'}
        hint={passed.ways.length > 0 ? 'e' : 'Enter'}
        onClick={() => show(panel, 'conclude')}
      >
        {t.write.concludeTitle}
      </Button>
    </fieldset>
  )
}
