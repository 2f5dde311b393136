import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useChange, useMount } from '../../parts/effects.ts'
import { Icon } from '../../parts/icon.tsx'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { isSending } from '../texts/is-sending.ts'
import { titleOf } from '../trail/trail-lines.ts'
import { longestPaste } from './drops.ts'
import { type KeptPreview, previewKept } from './preview-kept.ts'
import { cutText, storable } from './read-file.ts'

/** Pasted or dropped output, kept with the step shown; shows how it will read where secrets are replaced before. */
export function Paste({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const arrived = useRef(panel.pasted.peek()).current
  const text = useSignal(arrived?.text ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const t = allWords.value.write
  const state = scope.state.value
  const step = arrived ? arrived.step : (scope.here.value?.address ?? null)
  const about = state && step ? titleOf(step, state.session, state.closure) : ''
  const preview = useSignal<KeptPreview | null>(null)
  useChange(text.value, () => {
    preview.value = null
    return previewKept(text.peek(), (found) => {
      preview.value = found
    })
  })
  const secrets = preview.value?.secrets ?? 0
  useMount(() => {
    const target = text.value ? name.current : field.current
    target?.focus()
    return () => {
      panel.pasted.value = null
    }
  })
  const keep = (event: Event) => {
    event.preventDefault()
    const title =
      name.current?.value.trim() || selectedAt(arrived?.from) || about || allWords.value.act.evidence
    const kept = record(panel, scope, {
      type: 'evidence',
      title: cutText(storable(title), 200),
      text: cutText(storable(text.value), longestPaste),
      source: arrived?.source ?? 'pasted',
      ...(step && { step }),
    })
    if (kept) onClose()
  }
  return (
    <Dialog title={t.pasteTitle} onClose={onClose}>
      <form class="rf-stack" onSubmit={keep}>
        {about && <p class="rf-note">{t.pasteTo(about)}</p>}
        <label class="rf-field">
          <span>{t.pasteField}</span>
          <textarea
            ref={field}
            class="rf-mono"
            rows={4}
            maxLength={longestPaste}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value
            }}
            onKeyDown={(event) => {
              if (isSending(event)) keep(event)
            }}
          />
        </label>
        {(arrived?.cut || text.value.length >= longestPaste) && <p class="rf-note">{t.tooLong}</p>}
        <label class="rf-field">
          <span>{t.pasteName}</span>
          <input ref={name} type="text" autoComplete="off" maxLength={200} placeholder={about} />
        </label>
        <p class={`rf-note ${secrets > 0 ? 'rf-redacted' : ''}`} role="status">
          {secrets > 0 && <Icon name="eye" />}
          {secrets > 0 && t.secrets(secrets)}
        </p>
        {preview.value && <pre class="rf-output rf-mono rf-kept">{preview.value.extract}</pre>}
        <Button look="lead" type="submit" hint="Enter" disabled={!text.value.trim()}>
          {allWords.value.panel.save}
        </Button>
      </form>
    </Dialog>
  )
}

/** The name of evidence that was selected in a page, or nothing. */
function selectedAt(origin: string | undefined): string {
  const host = origin ? URL.parse(origin)?.host : undefined
  return host ? allWords.value.around.selectedAt(host) : ''
}
