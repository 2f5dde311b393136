import type { Panel } from '../../state/panel.ts'
import { adopt } from '../../state/sign-in.ts'

/** Signs in with a person's help, in a window of its own; to be called from a click. */
export async function signInByHand(panel: Panel): Promise<void> {
  panel.byHand.value = true
  panel.signInFailed.value = false
  try {
    adopt(panel, await panel.host.signInByHand())
  } catch {
    panel.signInFailed.value = true
  } finally {
    panel.byHand.value = false
  }
}
