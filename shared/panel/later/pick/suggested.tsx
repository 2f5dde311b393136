import { useSignal } from '@preact/signals'
import type { Suggestion, TicketView } from '#shared/contracts/ticket.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { type Panel, say } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { keyOf } from '../../state/ticket.ts'
import { troubleOf } from '../../state/trouble.ts'
import { allWords } from '../../words/all-words.ts'

interface SuggestedProps {
  panel: Panel
  scope: Scope
  suggestion: Suggestion
}

/** What is known of a suggested flow from the team's sessions, its steps to look at, and a way to put it aside. */
export function Suggested({ panel, scope, suggestion }: SuggestedProps) {
  const t = allWords.value.pick
  const steps = useSignal<{ id: string; title: string }[] | null>(null)
  const { flow, title, past } = suggestion
  const look = async () => {
    if (steps.value) {
      steps.value = null
      return
    }
    try {
      const closure = await panel.host.client.call('getFlowClosure', { params: { ref: flow } })
      steps.value = (closure.flows[closure.root]?.steps ?? []).map(({ id, title }) => ({
        id,
        title: filled(title, scope.view.value),
      }))
    } catch (error) {
      say(panel, troubleOf(error))
    }
  }
  return (
    <>
      <div class="rf-row rf-tight">
        <span class="rf-note rf-grow">{past && past.used > 0 && t.past(past.used, past.resolved)}</span>
        <Button look="quiet" pressed={steps.value !== null} onClick={() => void look()}>
          {t.showSteps}
        </Button>
        <IconButton
          icon="cross"
          label={t.putAside(title)}
          onClick={() => void putAside(panel, scope, flow)}
        />
      </div>
      {steps.value && (
        <ol class="rf-steps-of" aria-label={t.stepsOf(title)}>
          {steps.value.map((step) => (
            <li key={step.id}>{step.title}</li>
          ))}
        </ol>
      )}
    </>
  )
}

/** Says that suggestions were put aside for this ticket, and brings them back. */
export function PutAside({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value.pick
  const { suggestions } = scope.suggestions.value ?? { suggestions: [] }
  const count = suggestions.filter(({ flow }) => scope.dismissed.value.includes(flow)).length
  if (count === 0) return null
  return (
    <div class="rf-row">
      <span class="rf-note rf-grow">{t.asides(count)}</span>
      <Button look="quiet" onClick={() => void keep(panel, scope, [])}>
        {t.bringBack}
      </Button>
    </div>
  )
}

async function putAside(panel: Panel, scope: Scope, flow: string): Promise<void> {
  // The button goes with its card, and the focus must not be lost with it.
  panel.host.surroundings.after(0, () => {
    const next = document.querySelector('.rf-pick .rf-card')
    if (next instanceof HTMLElement && document.activeElement === document.body) next.focus()
  })
  await keep(panel, scope, [...scope.dismissed.value, flow])
}

async function keep(panel: Panel, scope: Scope, dismissed: string[]): Promise<void> {
  scope.dismissed.value = dismissed
  await panel.host.store.put(keyOf(panel, 'dismissed', scope), dismissed).catch(() => undefined)
}

/** A step's title with what the ticket says; what only the session will know stays open. */
function filled(title: string, view: TicketView | null): string {
  const known: Record<string, string | undefined> = {
    'contact.name': view?.contact?.name,
    'company.name': view?.company.name,
    'configuration.name': view?.configurations[0]?.name,
  }
  return title.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => known[name] ?? '…')
}
