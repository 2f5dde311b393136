import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ParkReason } from '#shared/session/event.ts'
import { record } from '../../state/act.ts'
import { apiNow, type Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { dateIn, instantOfDate } from '../time/clock-in-zone.ts'

const reasons: readonly ParkReason[] = [
  'waiting_client',
  'waiting_vendor',
  'waiting_part',
  'scheduled',
  'no_answer',
]

/** Parks by one key for the reason; until when and words may be filled in below before. */
export function Park({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const t = allWords.value.park
  const zone = panel.me.value?.member.timeZone ?? 'UTC'
  const before = scope.state.value?.session.parked
  const list = useRef<HTMLUListElement>(null)
  const due = useRef<HTMLInputElement>(null)
  const said = useRef<HTMLInputElement>(null)
  const wrong = useSignal(false)
  const park = (reason: ParkReason) => {
    const until = due.current?.value ? instantOfDate(due.current.value, zone) : null
    wrong.value = until !== null && !(until > apiNow(panel))
    if (wrong.value) return due.current?.focus()
    const words = said.current?.value.trim()
    const body = {
      type: 'parked',
      reason,
      ...(until !== null && { until: new Date(until).toISOString() }),
      ...(words && { words }),
    } as const
    if (record(panel, scope, body)) onClose()
  }
  const byKey = (key: string): boolean => {
    if (document.activeElement instanceof HTMLInputElement) return false
    const reason = /^[1-9]$/.test(key) ? reasons[Number(key) - 1] : undefined
    if (reason) park(reason)
    return reason !== undefined
  }
  return (
    <Dialog title={t.title} onClose={onClose} onKey={byKey}>
      <ul class="rf-menu rf-reasons" ref={list}>
        {reasons.map((reason, index) => (
          <li key={reason}>
            <button type="button" class="rf-choice rf-wide" onClick={() => park(reason)}>
              <span class="rf-key" aria-hidden="true">
                {index + 1}
              </span>
              <span>{t[reason]}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        class="rf-stack"
        onSubmit={(event) => {
          event.preventDefault()
          list.current?.querySelector('button')?.focus()
        }}
      >
        <p class="rf-note">{t.howTo}</p>
        <label class="rf-field">
          <span>{t.due}</span>
          <input
            ref={due}
            type="datetime-local"
            defaultValue={before?.until ? dateIn(zone, Date.parse(before.until)) : ''}
          />
        </label>
        {wrong.value && <p role="alert">{t.notBefore}</p>}
        <label class="rf-field">
          <span>{t.words}</span>
          <input
            ref={said}
            type="text"
            maxLength={4000}
            autoComplete="off"
            defaultValue={before?.words ?? ''}
          />
        </label>
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
