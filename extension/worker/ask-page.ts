import type { AskTicketPage, Inserted, Selection } from '../messages/messages.ts'
import { parseInserted, parseSelection } from '../messages/parse-message.ts'
import type { Browser } from './browser.ts'

/** What is selected in a tab's page and which ticket was under the pointer; null where our script is not in it. */
export async function askSelection(browser: Browser, tab: number, once: string): Promise<Selection | null> {
  return parseSelection(await ask(browser, tab, { type: 'readSelection', once }), once)
}

/** Has a note put into the page's own editor; null where our script is not in it or did not answer this question. */
export async function askInsert(
  browser: Browser,
  tab: number,
  wanted: Extract<AskTicketPage, { type: 'insertNote' }>,
): Promise<Inserted | null> {
  return parseInserted(await ask(browser, tab, wanted), wanted.once)
}

function ask({ tabs }: Browser, tab: number, message: AskTicketPage): Promise<unknown> {
  return tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => null)
}
