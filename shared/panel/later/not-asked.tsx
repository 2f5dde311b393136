import { Button } from '../parts/button.tsx'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { readTicket } from '../state/ticket.ts'
import { allWords } from '../words/all-words.ts'

/** What fits is not known, which is not the same as nothing fitting: it can be asked again. */
export function NotAsked({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value.pick
  if (!scope.notAsked.value) return null
  return (
    <div class="rf-banner rf-banner-warn" role="alert">
      <span class="rf-grow">{t.notAsked}</span>
      <Button onClick={() => void readTicket(panel, scope)}>{t.askAgain}</Button>
    </div>
  )
}
