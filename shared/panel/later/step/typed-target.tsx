import { useSignal } from '@preact/signals'
import type { InstructionStep } from '#shared/flow/flow.ts'
import { typedRight, typedTarget } from '#shared/session/typed-target.ts'
import { Button } from '../../parts/button.tsx'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Here, Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'

/** A destructive instruction: done only once its target was typed. */
export function TypedTarget(props: {
  panel: Panel
  scope: Scope
  here: Here
  step: InstructionStep<unknown>
}) {
  const { panel, scope, here, step } = props
  const typed = useSignal('')
  const session = scope.state.value?.session
  if (!session) return null
  const t = allWords.value.run
  const { text } = typedTarget(session, step)
  const right = typedRight(session, step, typed.value)
  const submit = (event: Event) => {
    event.preventDefault()
    record(panel, scope, { type: 'done', step: here.address, typedTarget: typed.value })
  }
  return (
    <form class="rf-dock rf-form" onSubmit={submit} noValidate>
      <label class="rf-field">
        <span>{text === null ? t.nameTarget : t.typeTarget(text)}</span>
        <input
          type="text"
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
        />
      </label>
      <Button look="bad" type="submit" disabled={!right}>
        {t.done}
      </Button>
    </form>
  )
}
