import type { AskTicketPage, Selection } from '../messages/messages.ts'
import { parseSelection } from '../messages/parse-message.ts'
import type { Browser } from './browser.ts'

/** What is selected in a tab's page and which ticket was under the pointer; null where our script is not in it. */
export async function askSelection(browser: Browser, tab: number, once: string): Promise<Selection | null> {
  return parseSelection(await ask(browser, tab, { type: 'readSelection', once }), once)
}

function ask({ tabs }: Browser, tab: number, message: AskTicketPage): Promise<unknown> {
  return tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => null)
}
