import { effect, signal } from '@preact/signals'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'

/** The ticket that was last saved in its own screen, until the reminder is put aside. */
export const saved = signal<Scope | null>(null)

/** Where the team wants it, each Save of the ticket also sends what is queued, and reminds of what is not posted. */
export function followSaves(panel: Panel): () => void {
  const { onSave } = panel.host
  return effect(() => {
    if (!onSave || !panel.me.value?.team.beforeSave) return
    return onSave(() => {
      const scope = panel.scope.value
      saved.value = scope
      void scope?.live.value?.flush().catch(() => undefined)
    })
  })
}
