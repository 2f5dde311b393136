import { untracked } from '@preact/signals'
import type { Panel } from '../state/panel.ts'
import { followAround } from './around/follow-around.ts'
import { listenToHands } from './by-hand.ts'
import { listenToDrops } from './drops.ts'
import { followSaves } from './follow-saves.ts'

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
