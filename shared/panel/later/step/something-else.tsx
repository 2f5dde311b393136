import { useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { ClientSwitch } from '../texts/client-switch.tsx'
import { keepDraft, readDraft } from '../texts/drafts.ts'
import { isSending } from '../texts/is-sending.ts'

const draftName = 'acted'

/** An act outside the flow, in the technician's words; it goes with the step shown. */
export function SomethingElse({
  panel,
  scope,
  onClose,
}: {
  panel: Panel
  scope: Scope
  onClose: () => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const t = allWords.value.write
  useMount(() => {
    field.current?.focus()
    void readDraft(panel, scope, draftName).then((draft) => {
      if (draft && field.current && !field.current.value) field.current.value = draft
    })
  })
  const keep = (event: Event) => {
    event.preventDefault()
    const text = field.current?.value ?? ''
    const step = scope.here.value?.address
    const client = box.current?.checked === true
    if (!record(panel, scope, { type: 'acted', text, client, ...(step && { step }) })) return
    keepDraft(panel, scope, draftName, '')
    onClose()
  }
  return (
    <Dialog title={t.actedTitle} onClose={onClose}>
      <form class="rf-stack" onSubmit={keep}>
        <label class="rf-field">
          <span>{t.actedField}</span>
          <textarea
            ref={field}
            rows={4}
            maxLength={4000}
            onInput={(event) => keepDraft(panel, scope, draftName, event.currentTarget.value)}
            onKeyDown={(event) => {
              if (isSending(event)) keep(event)
            }}
          />
        </label>
        <ClientSwitch box={box} />
        <Button look="lead" type="submit" hint="Enter">
          {allWords.value.panel.save}
        </Button>
      </form>
    </Dialog>
  )
}
