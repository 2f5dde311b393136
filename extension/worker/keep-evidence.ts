import type { DurableStore } from '#shared/sync/live-session.ts'
import type { Browser } from './browser.ts'

/** Something captured for the current step, until the panel takes it: a text, or a picture still to be cropped. */
export interface Captured {
  tab: number
  /** Milliseconds since 1970 by this machine's clock. */
  at: number
  /** The page's origin, as the browser tells it; empty where it does not. */
  source: string
  content: { kind: 'text'; text: string } | { kind: 'picture'; dataUrl: string }
}

const prefix = 'captured:'

/** Keeps it durably, before anything is said of it: the panel may be shut, and the worker stopped at any moment. */
export async function keepCaptured(
  { runtime }: Pick<Browser, 'runtime'>,
  store: DurableStore,
  id: string,
  captured: Captured,
): Promise<void> {
  await store.put(prefix + id, captured)
  await runtime.sendMessage({ type: 'somethingWaits' }).catch(() => undefined)
}

/** Takes a picture of what the tab shows. Rejects where the browser has not let us, such as on its own pages. */
export function pictureOf({ tabs }: Pick<Browser, 'tabs'>, windowId: number): Promise<string> {
  return tabs.captureVisibleTab(windowId, { format: 'png' })
}
