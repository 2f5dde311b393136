import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { useMount } from '../parts/effects.ts'
import { record } from '../state/act.ts'
import { apiNow, type Panel, say } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { allWords } from '../words/all-words.ts'
import { Dialog } from './dialog.tsx'

const minute = 60_000

/** Moves the start of the work back, to when the call began. */
export function Begun({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const t = allWords.value.write
  const now = apiNow(panel)
  const field = useRef<HTMLInputElement>(null)
  const wrong = useSignal(false)
  useMount(() => field.current?.focus())
  const move = (to: number) => {
    wrong.value = !(to <= now)
    if (wrong.value || !record(panel, scope, { type: 'start_moved', to: new Date(to).toISOString() })) return
    say(panel, t.kept)
    onClose()
  }
  const submit = (event: Event) => {
    event.preventDefault()
    move(todayAt(field.current?.value ?? '', now))
  }
  const first = Date.parse(scope.state.value?.session.header.startedAt ?? new Date(now).toISOString())
  return (
    <Dialog title={t.begunTitle} onClose={onClose}>
      <form class="rf-stack" onSubmit={submit}>
        <div class="rf-row">
          {[5, 10, 15, 30].map((minutes) => (
            <Button key={minutes} onClick={() => move(first - minutes * minute)}>
              {t.begunEarlier(minutes)}
            </Button>
          ))}
        </div>
        <label class="rf-field">
          <span>{t.begunField}</span>
          <input ref={field} type="time" defaultValue={clockText(first)} />
        </label>
        {wrong.value && <p role="alert">{t.notLater}</p>}
        <Button look="lead" type="submit" hint="Enter">
          {allWords.value.panel.save}
        </Button>
      </form>
    </Dialog>
  )
}

/** The last time today's clock, or yesterday's where that is still to come, showed `hh:mm`; NaN for no time. */
function todayAt(text: string, now: number): number {
  const [hours, minutes] = text.split(':').map(Number)
  if (hours === undefined || minutes === undefined) return Number.NaN
  const day = new Date(now)
  day.setHours(hours, minutes, 0, 0)
  return day.getTime() > now + 12 * 60 * minute ? day.getTime() - 24 * 60 * minute : day.getTime()
}

function clockText(at: number): string {
  const day = new Date(at)
  return `${String(day.getHours()).padStart(2, '0')}:${String(day.getMinutes()).padStart(2, '0')}`
}
