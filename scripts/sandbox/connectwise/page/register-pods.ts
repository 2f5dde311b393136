import { num, text } from '../world/row.ts'
import { put, rowsOf, type World } from '../world/world.ts'

/** A hosted pod of an integration, as an administrator enters it under Manage Hosted API. */
export interface PodSetup {
  description: string
  /** The pod's page; `[cw_id]` and `[cw_screen]` are filled in. */
  url: string
  /** Origin of that page. */
  origin: string
  /** Pixels. */
  podHeight: number
}

/** Hosted screens with a ticket: service ticket and project ticket. */
const ticketScreens = [4, 5]

/** Sets pods up beside service and project tickets; one that is there already, by its URL, is left alone. */
export function registerPods(world: World, pods: readonly PodSetup[]): void {
  for (const pod of pods) {
    for (const screenId of ticketScreens) {
      const known = rowsOf(
        world,
        'ConnectWiseHostedSetup',
        (row) => num(row, 'screenId') === screenId && text(row, 'url') === pod.url,
      )
      if (known.length > 0) continue
      put(world, 'ConnectWiseHostedSetup', { ...pod, screenId, type: 'Pod', disabledFlag: false }, 'sandbox')
    }
  }
}
