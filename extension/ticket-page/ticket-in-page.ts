import type { HostTicket } from '#shared/panel/host.ts'
import { findAll, isVisible, textOf } from './page-elements.ts'
import { ticketNumber } from './ticket-in-address.ts'

/** Hooks that outlast ConnectWise's releases, unlike its generated classes. */
const banners = '.cw_BannerView .detailLabel.cw_CwLabel'
const heads = '.pod_service_ticket_ticket_header .mm_podHeader'

const inBanner = /^\s*(service|project)\s*ticket\s*#\s*(\d{1,10})\b/i
const inHead = /^\s*ticket\s*#\s*(\d{1,10})\b/i

/** The longest label worth reading, in characters: a ticket's summary has 100. */
const longest = 400
/** The most labels looked at: those of closed screens stay in the page, but never so many. */
const mostLabels = 200

/**
 * The tickets that a page of ConnectWise shows, each once: one mostly, none on other screens, several where banner and
 * header differ. ConnectWise keeps the pods of closed screens and uses them again, so hidden ones don't count.
 */
export function ticketsInPage(isShown: (element: Element) => boolean = isVisible): HostTicket[] {
  const found = new Map<number, HostTicket>()
  const read = (selector: string, shape: RegExp, ticketOf: (match: RegExpExecArray) => HostTicket | null) => {
    for (const label of findAll(selector).slice(0, mostLabels)) {
      const match = shape.exec(textOf(label, longest))
      const ticket = match && isShown(label) ? ticketOf(match) : null
      if (ticket && !found.has(ticket.id)) found.set(ticket.id, ticket)
    }
  }
  read(banners, inBanner, ([, kind, digits]) =>
    ticketOf(digits, kind?.toLowerCase() === 'project' ? 'project' : 'service'),
  )
  read(heads, inHead, ([, digits]) => ticketOf(digits, 'service'))
  return [...found.values()]
}

/** Whether a banner is shown, also one that has yet to say which ticket it is of. */
export function hasBanner(): boolean {
  return findAll('.cw_BannerView').slice(0, mostLabels).some(isVisible)
}

/** Whether the application has drawn anything yet. */
export function isDrawn(): boolean {
  return findAll('.cw_BannerView, .mm_pod').length > 0
}

function ticketOf(digits: string | undefined, kind: HostTicket['kind']): HostTicket | null {
  const id = ticketNumber(digits)
  return id === null ? null : { id, kind }
}
