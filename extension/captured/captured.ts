import type { CapturedText } from '#shared/panel/around.ts'
import type { DurableStore } from '#shared/sync/live-session.ts'

/** Something captured in the browser for the current step, until the panel takes it. */
export interface Captured {
  /** Milliseconds since 1970 by this machine's clock. */
  at: number
  /** The page's origin, as the browser tells it; empty where it does not. */
  source: string
  content: { kind: 'text'; text: string }
}

const prefix = 'captured:'

/** Changes in the browser's memory when something was captured. */
export const waitingKey = 'waiting'

/** Keeps it durably: the panel may be shut, and the worker stopped at any moment. `id` says the order. */
export async function keepCaptured(store: DurableStore, id: string, captured: Captured): Promise<void> {
  await store.put(prefix + id, captured)
}

/** Takes the oldest captured text away; null where none waits. */
export async function takeCapturedText(store: DurableStore): Promise<CapturedText | null> {
  for (const key of await store.keys(prefix)) {
    const captured = await store.get(key)
    if (!isCaptured(captured)) continue
    await store.delete(key)
    return { text: captured.content.text, source: captured.source, at: captured.at }
  }
  return null
}

/** Only this module writes there. */
function isCaptured(value: unknown): value is Captured {
  return typeof value === 'object' && value !== null && 'content' in value && 'at' in value
}
