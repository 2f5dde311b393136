import { describe, expect, it } from 'vitest'
import type { HostTicket } from '#shared/panel/host.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { choose, pin } from './chosen-tickets.ts'
import { type Beside, type FollowedBrowser, followTabs } from './follow-tabs.ts'
import { shownTicket } from './shown-ticket.ts'
import { forgetTab, keepTabHint } from './tab-hints.ts'

const ours = 1
const ticket = (id: number): HostTicket => ({ id, kind: 'service' })
const origin = 'https://na.myconnectwise.net'

/** A window of the browser with tabs 10 and 11, the first one active. */
async function followed() {
  const storage = memoryStorage()
  const activated = new Set<(tab: { tabId: number; windowId: number }) => void>()
  const browser: FollowedBrowser = {
    storage,
    windows: { getCurrent: async () => ({ id: ours }) },
    tabs: {
      query: async () => [{ id: 10 }],
      onActivated: { addListener: (listener) => void activated.add(listener) },
      onAttached: { addListener: () => undefined },
    },
  }
  await keepTabHint(storage.session, 10, { origin, hint: [ticket(1001)] })
  await keepTabHint(storage.session, 11, { origin, hint: [ticket(1002)] })
  const seen: Beside[] = []
  await followTabs(browser, (beside) => void seen.push(beside))
  return {
    storage,
    activate: (tabId: number, windowId = ours) => {
      for (const listener of activated) listener({ tabId, windowId })
    },
    shown: () => {
      const last = seen.at(-1)
      return last ? (shownTicket(last)?.id ?? null) : undefined
    },
    settled: () => new Promise((resolve) => setTimeout(resolve, 0)),
  }
}

describe('the side panel beside tabs', () => {
  it('knows the ticket of the active tab before it draws anything', async () => {
    const { shown } = await followed()
    expect(shown()).toBe(1001)
  })

  it('turns to another tab of its window, and not to one of another window', async () => {
    const { shown, activate, settled } = await followed()
    activate(11)
    await settled()
    expect(shown()).toBe(1002)
    activate(10, 2)
    await settled()
    expect(shown()).toBe(1002)
  })

  it('turns with its tab to another ticket', async () => {
    const { shown, storage, settled } = await followed()
    await keepTabHint(storage.session, 10, { origin, hint: [ticket(1003)] })
    await settled()
    expect(shown()).toBe(1003)
    await keepTabHint(storage.session, 11, { origin, hint: [ticket(1004)] })
    await settled()
    expect(shown()).toBe(1003)
  })

  it('shows none once the tab has left ConnectWise', async () => {
    const { shown, storage, settled } = await followed()
    await forgetTab(storage.session, 10)
    await settled()
    expect(shown()).toBeNull()
  })

  it('shows the last of several tabs passed quickly', async () => {
    const { shown, activate, settled } = await followed()
    activate(11)
    activate(10)
    activate(11)
    activate(10)
    await settled()
    expect(shown()).toBe(1001)
  })

  it('keeps a pinned ticket beside every tab until it is let go', async () => {
    const { shown, activate, storage, settled } = await followed()
    await pin(storage.local, ticket(1001))
    activate(11)
    await settled()
    expect(shown()).toBe(1001)
    await pin(storage.local, null)
    await settled()
    expect(shown()).toBe(1002)
  })

  it('shows what was chosen for a tab until the tab shows something else', async () => {
    const { shown, storage, settled } = await followed()
    await choose(storage.session, 10, ticket(1009), [ticket(1001)])
    await settled()
    expect(shown()).toBe(1009)
    await keepTabHint(storage.session, 10, { origin, hint: [ticket(1005)] })
    await settled()
    expect(shown()).toBe(1005)
  })
})
