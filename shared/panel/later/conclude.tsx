import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { useMount } from '../parts/effects.ts'
import { record } from '../state/act.ts'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { allWords } from '../words/all-words.ts'
import { ClientSwitch } from './client-switch.tsx'
import { Dialog } from './dialog.tsx'
import { isSending } from './is-sending.ts'

const outcomes = ['escalate', 'resolved', 'refer'] as const

/** Ends the session outside the flow: with which outcome, and in the technician's words. */
export function Conclude({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const outcome = useSignal<(typeof outcomes)[number]>('escalate')
  const field = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const t = allWords.value.write
  useMount(() => field.current?.focus())
  const end = (event: Event) => {
    event.preventDefault()
    const text = field.current?.value ?? ''
    const client = box.current?.checked === true
    if (record(panel, scope, { type: 'concluded', outcome: outcome.value, words: text, client })) onClose()
  }
  return (
    <Dialog title={t.concludeTitle} onClose={onClose}>
      <form class="rf-form rf-stack" onSubmit={end}>
        <div class="rf-segments" role="radiogroup" aria-label={t.concludeTitle}>
          {outcomes.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="outcome"
                checked={outcome.value === one}
                onChange={() => {
                  outcome.value = one
                }}
              />
              <span>{t.outcome[one]}</span>
            </label>
          ))}
        </div>
        <label class="rf-field">
          <span>{t.concludeField[outcome.value]}</span>
          <textarea
            ref={field}
            rows={3}
            maxLength={4000}
            onKeyDown={(event) => {
              if (isSending(event)) end(event)
            }}
          />
        </label>
        <ClientSwitch box={box} />
        <Button look="lead" type="submit" hint="Enter">
          {t.concludeTitle}
        </Button>
      </form>
    </Dialog>
  )
}
