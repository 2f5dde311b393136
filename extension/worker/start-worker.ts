import type { DurableStore, Surroundings } from '#shared/sync/live-session.ts'
import { keepCaptured, waitingKey } from '../captured/captured.ts'
import { onSettings } from '../settings/stored-settings.ts'
import { forgetTab } from '../tabs/tab-hints.ts'
import type { Browser } from './browser.ts'
import { forgetLeftPage } from './forget-left-pages.ts'
import { inTurn } from './in-turn.ts'
import { menuItems, offerMenu } from './offer-menu.ts'
import { openPanel, receiveMessage } from './receive-message.ts'
import { registerPages } from './register-pages.ts'
import { troubleshoot } from './troubleshoot.ts'

export interface WorkerPlace {
  browser: Browser
  surroundings: Pick<Surroundings, 'now' | 'newId'>
  /** Opened when it is first needed: most wakes of the worker need no disk. */
  store: () => Promise<DurableStore>
}

/**
 * Registers every listener, at once: the browser wakes the worker only for those it has seen in the first turn. The
 * worker holds no state of its own, for it may be stopped between any two lines.
 */
export function startWorker({ browser, surroundings, store }: WorkerPlace): void {
  const { runtime, tabs, contextMenus, permissions, storage, sidePanel } = browser
  const setUp = inTurn(() => registerPages(browser).then(() => offerMenu(browser)))

  void sidePanel.setPanelBehavior({ openPanelOnActionClick: true }).catch(() => undefined)
  runtime.onInstalled.addListener(({ reason }) => {
    void setUp()
    if (reason === 'install') void tabs.create({ url: runtime.getURL('/welcome.html') })
  })
  runtime.onStartup.addListener(() => void setUp())
  onSettings(storage, () => void setUp())
  permissions.onAdded.addListener(() => void setUp())
  permissions.onRemoved.addListener(() => void setUp())

  runtime.onMessage.addListener((message, sender) => {
    void receiveMessage(browser, message, sender)
  })
  tabs.onRemoved.addListener((tab) => void forgetTab(storage.session, tab))
  tabs.onUpdated.addListener((tab, { status }) => {
    if (status === 'complete') void forgetLeftPage(browser, tab)
  })

  contextMenus.onClicked.addListener((info, tab) => {
    const { menuItemId: item, selectionText } = info
    const at = tab?.id
    if (at === undefined || tab === undefined) return
    void openPanel(browser, tab.windowId)
    if (item === menuItems.ticket || item === menuItems.selection)
      void troubleshoot(browser, { selectionText }, at, surroundings.newId())
    else if (item === menuItems.evidence) void keepText(selectionText ?? '', info.pageUrl)
  })

  /** The panel hears of it by the change of the browser's memory, or finds it when it opens. */
  async function keepText(text: string, address: string | undefined): Promise<void> {
    const source = URL.parse(address ?? '')?.origin ?? ''
    const id = surroundings.newId()
    await keepCaptured(await store(), id, { at: surroundings.now(), source, content: { kind: 'text', text } })
    await storage.session.set({ [waitingKey]: id })
  }
}
