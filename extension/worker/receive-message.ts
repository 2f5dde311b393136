import { parseFromTicketPage } from '../messages/parse-message.ts'
import { speakerOf } from '../messages/speaker.ts'
import { readSettings } from '../settings/stored-settings.ts'
import { keepTabHint } from '../tabs/tab-hints.ts'
import { isTicketSite } from '../tabs/ticket-sites.ts'
import type { Browser } from './browser.ts'

/**
 * Takes what a ConnectWise page says: which ticket it seems to show, or that its button was clicked. Whoever else
 * speaks, and whatever else is said, has no effect.
 */
export async function receiveMessage(
  browser: Browser,
  message: unknown,
  sender: chrome.runtime.MessageSender,
): Promise<void> {
  const said = parseFromTicketPage(message)
  // Before anything is waited for: the browser opens the panel only within the click itself.
  if (said?.type === 'openPanel') return openFrom(browser, sender)
  const { connectWise } = await readSettings(browser.storage)
  const speaker = speakerOf(sender, {
    ownId: browser.runtime.id,
    isTicketSite: (origin) => isTicketSite(origin, connectWise),
  })
  if (speaker !== 'ticket_page' || said === null) return
  const { tab, origin } = sender
  if (tab?.id === undefined || origin === undefined) return
  await keepTabHint(browser.storage.session, tab.id, { origin, hint: said.hint })
}

/** Our script runs only where the technician let it in, so its own top frame is enough to open the panel. */
function openFrom(browser: Browser, sender: chrome.runtime.MessageSender): void {
  const speaker = speakerOf(sender, { ownId: browser.runtime.id, isTicketSite: () => true })
  const windowId = sender.tab?.windowId
  if (speaker === 'ticket_page' && windowId !== undefined) void openPanel(browser, windowId)
}

/** Opens the side panel of a window; the first call of a click, or the browser refuses. */
export function openPanel({ sidePanel }: Pick<Browser, 'sidePanel'>, windowId: number): Promise<void> {
  return sidePanel.open({ windowId }).catch(() => undefined)
}
