import { parseTicket } from '../messages/parse-message.ts'
import type { StorageArea } from '../storage/storage-area.ts'
import { mostHinted, type TicketHint } from '../ticket-page/hint.ts'

const keyOf = (tab: number): string => `tab:${tab}`

/** What a tab shows, as far as its page said. */
export interface TabHint {
  /** The ConnectWise that the tab is at, as the browser tells it. */
  origin: string
  hint: TicketHint
}

/** What a tab shows; null where nothing is known of it. Kept in the browser's memory, so that the worker may end. */
export async function readTabHint(session: StorageArea, tab: number): Promise<TabHint | null> {
  const key = keyOf(tab)
  return parseTabHint((await session.get(key))[key])
}

export async function keepTabHint(session: StorageArea, tab: number, hint: TabHint): Promise<void> {
  await session.set({ [keyOf(tab)]: hint })
}

export async function forgetTab(session: StorageArea, tab: number): Promise<void> {
  await session.remove([keyOf(tab), `chosen:${tab}`])
}

/** The tab that a stored key is about, or null. */
export function tabOfKey(key: string): number | null {
  const digits = /^(?:tab|chosen):(\d+)$/.exec(key)?.[1]
  return digits === undefined ? null : Number(digits)
}

function parseTabHint(stored: unknown): TabHint | null {
  if (typeof stored !== 'object' || stored === null || !('origin' in stored) || !('hint' in stored))
    return null
  if (typeof stored.origin !== 'string' || !Array.isArray(stored.hint)) return null
  const hint = stored.hint.map(parseTicket).filter((ticket) => ticket !== null)
  return { origin: stored.origin, hint: hint.slice(0, mostHinted) }
}
