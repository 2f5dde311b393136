import { useSignal } from '@preact/signals'
import { Button } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import type { Panel } from '../../state/panel.ts'
import { allWords } from '../../words/all-words.ts'

/** Says that this ticket stays beside every tab, with the way out of it. */
export function Pinned({ panel }: { panel: Panel }) {
  const { around } = panel.host
  const pinned = useSignal(around?.pinned() ?? null)
  useMount(() =>
    around?.onChange(() => {
      pinned.value = around.pinned()
    }),
  )
  if (!around || !pinned.value) return null
  const t = allWords.value.around
  return (
    <div class="rf-banner">
      <span class="rf-grow">{t.pinned(pinned.value.id)}</span>
      <Button onClick={() => void around.pin(null)}>{t.letGo}</Button>
    </div>
  )
}
