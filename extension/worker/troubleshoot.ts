import type { HostTicket } from '#shared/panel/host.ts'
import { choose } from '../tabs/chosen-tickets.ts'
import { keepQuery } from '../tabs/queries.ts'
import { readTabHint } from '../tabs/tab-hints.ts'
import { numberSelected } from '../ticket-page/number-near.ts'
import { askSelection } from './ask-page.ts'
import type { Browser } from './browser.ts'

/**
 * Turns the panel to what was clicked: the ticket of the row or number under the pointer, a selected number, else the
 * selected words as the query. Where no ticket can be told, the panel asks.
 */
export async function troubleshoot(
  browser: Browser,
  clicked: { selectionText?: string | undefined },
  tab: number,
  once: string,
): Promise<void> {
  const { session } = browser.storage
  const selected = clicked.selectionText?.trim() ?? ''
  const number =
    numberSelected(selected) ??
    (selected === '' ? ((await askSelection(browser, tab, once))?.under ?? null) : null)
  const hint = (await readTabHint(session, tab))?.hint ?? []
  if (number !== null) return choose(session, tab, ticketNumbered(number, hint), hint)
  if (selected !== '') await keepQuery(session, tab, selected)
}

/** A number alone does not say what kind of ticket it is; most are service tickets, and the API says if it is not. */
function ticketNumbered(id: number, hint: readonly HostTicket[]): HostTicket {
  return hint.find((ticket) => ticket.id === id) ?? { id, kind: 'service' }
}
