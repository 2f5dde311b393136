import { useRef } from 'preact/hooks'
import type { InputField, InputStep } from '#shared/flow/flow.ts'
import { redactLabelled } from '#shared/session/redact-captured.ts'
import { Button } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Here, Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { canUndo } from '../posts/posts.ts'
import { keepDraft, readDraft } from '../texts/drafts.ts'
import { isSending } from '../texts/is-sending.ts'

interface FormProps {
  panel: Panel
  scope: Scope
  here: Here
  step: InputStep<unknown>
}

/** The fields of an input step. Enter goes on; in a field of several lines Shift+Enter begins another. */
export function InputForm({ panel, scope, here, step }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useMount(() => {
    const first = form.current?.querySelector('input,textarea')
    // While a post can still be taken back, its keys come first.
    if (first instanceof HTMLElement && document.hasFocus() && !canUndo(scope) && wentOn(scope))
      first.focus({ preventScroll: true })
  })
  const submit = (event: Event) => {
    event.preventDefault()
    const values = valuesIn(form.current, step.fields)
    // Here the labels are at hand.
    for (const { name, label } of step.fields)
      if (values[name]) values[name] = redactLabelled(label, values[name])
    if (record(panel, scope, { type: 'captured', step: here.address, values })) {
      for (const field of step.fields) keepDraft(panel, scope, `${here.key}:${field.name}`, '')
    }
  }
  return (
    <form class="rf-dock rf-form" ref={form} onSubmit={submit} noValidate>
      {step.fields.map((field) => (
        <Field key={field.name} panel={panel} scope={scope} here={here} field={field} onSend={submit} />
      ))}
      <Button look="lead" type="submit" hint="Enter">
        {allWords.value.run.continue}
      </Button>
    </form>
  )
}

const onward = new Set<string>(['answered', 'done', 'captured'])

/**
 * Whether the step before was gone through, or there was none. Who passed it over, went back or resumed may well do so
 * again: their next key is no letter of a text, and Enter leads into the field.
 */
function wentOn(scope: Scope): boolean {
  const last = scope.state.value?.session.acts.at(-1)
  return last === undefined || onward.has(last.event.type)
}

function Field(props: {
  panel: Panel
  scope: Scope
  here: Here
  field: InputField
  onSend: (event: Event) => void
}) {
  const { panel, scope, here, field } = props
  const ref = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const id = `rf-field-${field.name}`
  const name = `${here.key}:${field.name}`
  useMount(() => {
    const value = scope.state.value?.session.values[field.name]?.value
    if (value !== undefined && ref.current) ref.current.value = value
    void readDraft(panel, scope, name).then((draft) => {
      if (draft && ref.current && !ref.current.value) ref.current.value = draft
    })
  })
  const shared = {
    ref,
    id,
    name: field.name,
    'aria-required': field.required,
    onInput: (event: Event) => {
      const { target } = event
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
        keepDraft(panel, scope, name, target.value, field.label)
      }
    },
  }
  return (
    <div class="rf-field">
      <label htmlFor={id}>
        {field.label}
        {field.required && <span class="rf-needed"> {allWords.value.run.required}</span>}
      </label>
      {field.type === 'multiline' ? (
        <textarea
          {...shared}
          rows={3}
          onKeyDown={(event) => {
            if (isSending(event)) props.onSend(event)
          }}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={field.type === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
        />
      )}
    </div>
  )
}

function valuesIn(form: HTMLFormElement | null, fields: InputField[]): Record<string, string> {
  const values: Record<string, string> = {}
  const data = form ? new FormData(form) : null
  for (const { name } of fields) {
    const value = data?.get(name)
    if (typeof value === 'string' && value.trim()) values[name] = value
  }
  return values
}
