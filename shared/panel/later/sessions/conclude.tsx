import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { openPointsNow } from '#shared/note/open-points.ts'
import type { Cause, EventBody } from '#shared/session/event.ts'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { KeyedChoice } from '../dialogs/keyed-choice.tsx'
import { ClientSwitch } from '../texts/client-switch.tsx'
import { isSending } from '../texts/is-sending.ts'

const outcomes = ['escalate', 'resolved', 'refer'] as const
const certainties = ['confirmed', 'likely', 'unknown'] as const

/**
 * Ends the session outside the flow: with which outcome, and in the technician's words. The outcome's digit leads to
 * its first field; nothing has to be typed.
 */
export function Conclude({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const outcome = useSignal<(typeof outcomes)[number]>('escalate')
  const certainty = useSignal<Cause['certainty']>('likely')
  const chosen = useSignal(0)
  const form = useRef<HTMLFormElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const t = allWords.value
  useChange(chosen.value, () => {
    const field = form.current?.querySelector('div:not([hidden]) > label > :is(textarea, [type=text])')
    if (chosen.value > 0 && field instanceof HTMLElement) field.focus()
  })
  const byKey = (key: string): boolean => {
    if (document.activeElement?.matches('textarea, [type=text]')) return false
    const one = /^[1-3]$/.test(key) ? outcomes[Number(key) - 1] : undefined
    const sure = outcome.value === 'resolved' ? certainties.find((word) => word[0] === key) : undefined
    if (one) {
      outcome.value = one
      chosen.value += 1
    }
    if (sure) certainty.value = sure
    return one !== undefined || sure !== undefined
  }
  const end = (event: Event) => {
    event.preventDefault()
    const said = new FormData(form.current ?? undefined)
    const client = box.current?.checked === true
    if (record(panel, scope, { ...bodyOf(outcome.value, certainty.value, said), client })) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isSending(event)) end(event)
  }
  const isResolved = outcome.value === 'resolved'
  return (
    <Dialog title={t.write.concludeTitle} onClose={onClose} onKey={byKey}>
      <form class="rf-form rf-stack rf-conclude" ref={form} onSubmit={end}>
        <KeyedChoice
          label={t.write.concludeTitle}
          value={outcome}
          of={outcomes}
          words={t.write.outcome}
          keyOf={(one) => `${outcomes.indexOf(one) + 1}`}
        />
        <div class={isResolved ? 'rf-stack' : ''} hidden={!isResolved}>
          <label class="rf-field">
            <span>{t.conclude.words}</span>
            <textarea name="words" rows={2} maxLength={4000} onKeyDown={onKeyDown} />
          </label>
          <label class="rf-field">
            <span>{t.conclude.cause}</span>
            <input name="cause" type="text" maxLength={4000} autoComplete="off" />
          </label>
          <KeyedChoice
            label={t.conclude.certaintyLabel}
            value={certainty}
            of={certainties}
            words={t.conclude.certainty}
            keyOf={(one) => one.slice(0, 1)}
          />
          <p class="rf-note">{t.conclude.causeWhy}</p>
        </div>
        <div class={isResolved ? '' : 'rf-stack'} hidden={isResolved}>
          <HandOffFields
            scope={scope}
            onKeyDown={onKeyDown}
            whom={t.conclude.to[outcome.value === 'refer' ? 'refer' : 'escalate']}
          />
        </div>
        <ClientSwitch box={box} />
        <Button look="lead" type="submit" hint="Enter">
          {t.write.concludeTitle}
        </Button>
      </form>
    </Dialog>
  )
}

/** What whoever takes over needs; begins with what the flow leaves open here. */
function HandOffFields(props: { scope: Scope; whom: string; onKeyDown: (event: KeyboardEvent) => void }) {
  const { scope, whom, onKeyDown } = props
  const t = allWords.value.conclude
  const state = scope.state.value
  const open = state && openPointsNow(state.session, state.closure)
  return (
    <>
      <label class="rf-field">
        <span>{t.openQuestion}</span>
        <textarea
          name="openQuestion"
          rows={2}
          maxLength={4000}
          placeholder={open?.here ? t.openHere(open.here.title) : ''}
          onKeyDown={onKeyDown}
        />
      </label>
      <label class="rf-field">
        <span>{t.verifyFirst}</span>
        <textarea
          name="verifyFirst"
          rows={4}
          maxLength={4000}
          defaultValue={open?.untested.join('\n') ?? ''}
          onKeyDown={onKeyDown}
        />
      </label>
      <label class="rf-field">
        <span>{whom}</span>
        <input name="to" type="text" maxLength={4000} autoComplete="off" />
      </label>
    </>
  )
}

/** The event that a filled form stands for; a cause without words is not known, however certain. */
function bodyOf(
  outcome: (typeof outcomes)[number],
  certainty: Cause['certainty'],
  form: FormData,
): Extract<EventBody, { type: 'concluded' }> {
  const said = (name: string) => {
    const text = form.get(name)
    return typeof text === 'string' ? text.trim() : ''
  }
  const text = said('cause')
  if (outcome === 'resolved') {
    const cause = { text, certainty: text ? certainty : 'unknown' } as const
    return { type: 'concluded', outcome, words: said('words'), cause }
  }
  const handOff = { openQuestion: said('openQuestion'), verifyFirst: said('verifyFirst'), to: said('to') }
  return { type: 'concluded', outcome, words: '', handOff }
}
