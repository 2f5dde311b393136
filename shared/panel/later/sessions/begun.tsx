import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { record } from '../../state/act.ts'
import { apiNow, type Panel, say } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { draftOf } from '../note/draft.ts'
import { clockIn, instantOf } from '../time/clock-in-zone.ts'
import { ownWork, visitStart } from '../time/time.ts'

const minute = 60_000

/** Moves the start of the current visit's work back, to when the call began. */
export function Begun({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const t = allWords.value.write
  const now = apiNow(panel)
  const [me, state] = [panel.me.value, scope.state.value]
  const activity = draftOf(panel, scope).activity.value
  const first = (me && state && visitStart(ownWork(me, state, activity))) ?? now
  const zone = me?.member.timeZone ?? 'UTC'
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
    move(instantOf(field.current?.value ?? '', zone, now))
  }
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
          <input ref={field} type="time" defaultValue={clockIn(zone, first)} />
        </label>
        {wrong.value && <p role="alert">{t.notLater}</p>}
        <Button look="lead" type="submit" hint="Enter">
          {allWords.value.panel.save}
        </Button>
      </form>
    </Dialog>
  )
}
