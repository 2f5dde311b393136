import type { HostTicket } from '#shared/panel/host.ts'
import { sameHint, type TicketHint } from '../ticket-page/hint.ts'

/** What decides which ticket the panel shows. */
export interface Followed {
  /** Kept beside every tab, by the technician's wish. */
  pinned: HostTicket | null
  /** What the active tab seems to show. */
  hint: TicketHint
  /** What the technician chose for that tab, and what the tab showed then. */
  chosen: ChosenTicket | null
}

export interface ChosenTicket {
  ticket: HostTicket
  hint: TicketHint
}

/**
 * The ticket to show: the pinned one, else the one chosen for this tab as long as the tab shows what it showed then,
 * else the only one that the tab seems to show. Null where there is none or more than one: then the panel asks.
 */
export function shownTicket({ pinned, hint, chosen }: Followed): HostTicket | null {
  if (pinned) return pinned
  if (chosen && sameHint(chosen.hint, hint)) return chosen.ticket
  return hint.length === 1 ? (hint[0] ?? null) : null
}
