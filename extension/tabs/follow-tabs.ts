import type { BrowserStorage } from '../storage/storage-area.ts'
import { readChosen, readPinned } from './chosen-tickets.ts'
import type { Followed } from './shown-ticket.ts'
import { readTabHint, tabOfKey } from './tab-hints.ts'

/** What is taken of the browser: its tabs and windows, without their addresses. */
export interface FollowedBrowser {
  storage: BrowserStorage
  windows: { getCurrent(): Promise<{ id?: number | undefined }> }
  tabs: {
    query(about: { active: true; windowId?: number }): Promise<{ id?: number | undefined }[]>
    onActivated: { addListener(listener: (tab: { tabId: number; windowId: number }) => void): void }
    onAttached: { addListener(listener: (tab: number, to: { newWindowId: number }) => void): void }
  }
}
export interface Beside extends Followed {
  tab: number | null
  /** Where the tab is, if it is at a ConnectWise. */
  origin: string | null
}

/**
 * Calls with what stands beside the panel, at once and whenever that changes: another tab, another ticket in the tab,
 * a pin. Everything comes from the browser's own memory; the worker need not be alive. An answer that was overtaken by
 * a later change is dropped.
 */
export async function followTabs(browser: FollowedBrowser, tell: (beside: Beside) => void): Promise<void> {
  const { tabs, windows, storage } = browser
  const { id: ours } = await windows.getCurrent()
  let tab: number | null = null
  let turn = 0

  async function look(): Promise<void> {
    turn += 1
    const mine = turn
    const at = tab
    const [held, chosen, pinned] = await Promise.all([
      at === null ? null : readTabHint(storage.session, at),
      at === null ? null : readChosen(storage.session, at),
      readPinned(storage.local),
    ])
    if (mine !== turn) return
    tell({ tab: at, origin: held?.origin ?? null, hint: held?.hint ?? [], chosen, pinned })
  }

  tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (windowId !== ours) return
    tab = tabId
    void look()
  })
  tabs.onAttached.addListener((tabId, { newWindowId }) => {
    if (newWindowId === ours) void active().then(() => (tab === tabId ? look() : undefined))
  })
  storage.onChanged.addListener((changes, area) => {
    const keys = Object.keys(changes)
    const isOurs =
      area === 'session' ? keys.some((key) => tabOfKey(key) === tab) : area === 'local' && 'pinned' in changes
    if (isOurs) void look()
  })

  async function active(): Promise<void> {
    const [found] = await tabs.query({ active: true, ...(ours !== undefined && { windowId: ours }) })
    tab = found?.id ?? null
  }
  await active()
  await look()
}
