import type { AskTicketPage } from '../messages/messages.ts'
import { forgetTab, readTabHint } from '../tabs/tab-hints.ts'
import type { Browser } from './browser.ts'

/** Forgets what a tab showed once it has moved on to a page that our script is not in. */
export async function forgetLeftPage({ tabs, storage }: Browser, tab: number): Promise<void> {
  if ((await readTabHint(storage.session, tab)) === null) return
  const ask: AskTicketPage = { type: 'tellHint' }
  await tabs.sendMessage(tab, ask, { frameId: 0 }).catch(() => forgetTab(storage.session, tab))
}
