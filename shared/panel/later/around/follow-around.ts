import { effect, signal, untracked } from '@preact/signals'
import type { BrowserAround } from '../../around.ts'
import { type Panel, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { longestPaste } from '../evidence/drops.ts'
import { cutText, storable } from '../evidence/read-file.ts'

/**
 * Takes what the browser around the panel has waiting, once there is a place for it: captured text where a session
 * runs and no dialog is open, a query where a ticket is shown. Returns what stops it.
 */
export function followAround(panel: Panel): () => void {
  const { around } = panel.host
  if (!around) return () => undefined
  const changes = signal(0)
  const stopHearing = around.onChange(() => {
    changes.value += 1
  })
  const stopTaking = effect(() => {
    void changes.value
    const scope = panel.scope.value
    const isFree = panel.dialog.value === null && scope?.live.value !== null
    untracked(() => {
      if (scope) void takeQuery(panel, around)
      if (scope && isFree) void takeCaptured(panel, scope, around)
    })
  })
  return () => {
    stopHearing()
    stopTaking()
  }
}

async function takeQuery(panel: Panel, around: BrowserAround): Promise<void> {
  const query = await around.takeQuery()
  if (query !== null) panel.query.value = query
}

/** One at a time: the dialog that shows it must close before the next is taken. */
async function takeCaptured(panel: Panel, scope: Scope, around: BrowserAround): Promise<void> {
  const captured = await around.takeCaptured()
  if (captured === null) return
  panel.pasted.value = {
    text: cutText(storable(captured.text), longestPaste),
    source: 'selected',
    step: scope.here.value?.address ?? null,
    from: captured.source,
    cut: captured.text.length > longestPaste,
  }
  show(panel, 'paste')
}
