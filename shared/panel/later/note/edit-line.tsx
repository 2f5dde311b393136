import { useRef } from 'preact/hooks'
import type { NoteLine } from '#shared/note/document.ts'
import { Button } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { ClientSwitch } from '../texts/client-switch.tsx'
import { isSending } from '../texts/is-sending.ts'
import type { Draft } from './draft.ts'

interface LineProps {
  panel: Panel
  scope: Scope
  draft: Draft
  line: NoteLine
}

/** A line of the note in the technician's words instead. */
export function EditLine({ panel, scope, draft, line }: LineProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const was = line.words === 'technician' && line.audience === 'everyone'
  useMount(() => field.current?.focus())
  const leave = () => {
    draft.editing.value = null
  }
  const save = (event: Event) => {
    event.preventDefault()
    const text = field.current?.value.trim() ?? ''
    const client = box.current?.checked === true
    const same = text === line.text && client === was
    if (same || record(panel, scope, { type: 'line_edited', line: line.key, text, client })) leave()
  }
  return (
    <li>
      <form class="rf-stack" onSubmit={save}>
        <textarea
          ref={field}
          rows={2}
          maxLength={4000}
          defaultValue={line.text}
          aria-label={allWords.value.note.edit}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave()
            if (isSending(event)) save(event)
          }}
        />
        <ClientSwitch box={box} on={was} />
        <div class="rf-row">
          <Button look="lead" type="submit" hint="Enter">
            {allWords.value.panel.save}
          </Button>
          <Button look="quiet" onClick={leave}>
            {allWords.value.panel.cancel}
          </Button>
        </div>
      </form>
    </li>
  )
}

/** Why a failed attempt or the outcome is to be left out. */
export function RemoveLine({ panel, scope, draft, line }: LineProps) {
  const field = useRef<HTMLInputElement>(null)
  const t = allWords.value.note
  useMount(() => field.current?.focus())
  const leave = () => {
    draft.removing.value = null
  }
  const remove = (event: Event) => {
    event.preventDefault()
    const reason = field.current?.value.trim() ?? ''
    if (reason && record(panel, scope, { type: 'line_removed', line: line.key, reason })) leave()
  }
  return (
    <form class="rf-stack" onSubmit={remove}>
      <label class="rf-field">
        <span>{t.whyRemove}</span>
        <input
          ref={field}
          type="text"
          maxLength={4000}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave()
          }}
        />
      </label>
      <p class="rf-note">{t.whyRemoveHint}</p>
      <div class="rf-row">
        <Button look="lead" type="submit" hint="Enter">
          {t.remove}
        </Button>
        <Button look="quiet" onClick={leave}>
          {allWords.value.panel.cancel}
        </Button>
      </div>
    </form>
  )
}
