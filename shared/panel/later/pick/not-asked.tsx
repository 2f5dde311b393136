import { useSignal } from '@preact/signals'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { readTicket } from '../../state/ticket.ts'
import { allWords } from '../../words/all-words.ts'

const firstPauseMs = 5_000
const longestPauseMs = 60_000

/**
 * The ticket, a part of it or what fits is not known, which is not the same as there being none: it is read again by
 * itself, ever more seldom, at once when the network is back, and by hand.
 */
export function NotAsked({ panel, scope }: { panel: Panel; scope: Scope }) {
  const tries = useSignal(0)
  const isReading = useSignal(false)
  const why = whyOf(scope)
  const read = async () => {
    if (isReading.value) return
    isReading.value = true
    await readTicket(panel, scope)
    isReading.value = false
    tries.value += 1
  }
  useChange(`${why !== null} ${tries.value}`, () => {
    if (why === null) {
      tries.value = 0
      return
    }
    const { after, onOnline, random } = panel.host.surroundings
    const pause = Math.min(firstPauseMs * 2 ** tries.value, longestPauseMs)
    const stops = [after(pause * (0.8 + 0.4 * random()), () => void read()), onOnline?.(() => void read())]
    return () => {
      for (const stop of stops) stop?.()
    }
  })
  if (why === null) return null
  return (
    <div class="rf-banner rf-banner-warn" role="alert">
      <span class="rf-grow">{why}</span>
      <Button disabled={isReading.value} onClick={() => void read()}>
        {allWords.value.pick.askAgain}
      </Button>
    </div>
  )
}

/** What is not known, or null where all is; the reason itself stands above where there is one. */
function whyOf({ notAsked, trouble, view }: Scope): string | null {
  const t = allWords.value.pick
  if (notAsked.value) return trouble.value ? t.notRead : t.notAsked
  const missing = view.value?.missing ?? []
  return missing.length > 0 ? t.notWhole(missing.map((part) => t.parts[part]).join(', ')) : null
}
