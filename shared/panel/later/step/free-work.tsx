import { useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { record } from '../../state/act.ts'
import { type Panel, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { ClientSwitch } from '../texts/client-switch.tsx'
import { keepDraft, readDraft } from '../texts/drafts.ts'
import { isSending } from '../texts/is-sending.ts'

const draftName = 'free'

/** Work without a flow: each entry is one line of the note. */
export function FreeWork({ panel, scope }: { panel: Panel; scope: Scope }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const t = allWords.value
  useMount(() => {
    void readDraft(panel, scope, draftName).then((draft) => {
      if (draft && field.current && !field.current.value) field.current.value = draft
    })
  })
  const add = (event: Event) => {
    event.preventDefault()
    const text = field.current?.value ?? ''
    const client = box.current?.checked === true
    if (!text.trim() || !record(panel, scope, { type: 'acted', text, client })) return
    if (box.current) box.current.checked = false
    if (field.current) field.current.value = ''
    keepDraft(panel, scope, draftName, '')
  }
  return (
    <form class="rf-dock rf-form" onSubmit={add}>
      <label class="rf-field">
        <span>{t.run.free}</span>
        <textarea
          ref={field}
          rows={2}
          onInput={(event) => keepDraft(panel, scope, draftName, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isSending(event)) add(event)
          }}
        />
      </label>
      <ClientSwitch box={box} />
      <div class="rf-row">
        <Button look="lead" type="submit" hint="Enter">
          {t.run.freeAdd}
        </Button>
        <Button hint="e" onClick={() => show(panel, 'conclude')}>
          {t.write.concludeTitle}
        </Button>
      </div>
    </form>
  )
}
