import { untracked } from '@preact/signals'
import type { Panel } from '../state/panel.ts'
import { followAround } from './around/follow-around.ts'
import { listenToDrops } from './evidence/drops.ts'
import { listenToHands } from './posts/by-hand.ts'
import { followSaves } from './posts/follow-saves.ts'

/** Starts what runs beside the screens once everything has loaded; returns what stops it. */
export function begin(panel: Panel, page: Document): () => void {
  panel.host.store.get('panel:single-keys').then(
    (on) => {
      panel.singleKeys.value = on !== false
    },
    () => undefined,
  )
  return untracked(() => {
    const stops = [
      listenToDrops(panel, page),
      followSaves(panel),
      listenToHands(panel, page),
      followAround(panel),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  })
}
