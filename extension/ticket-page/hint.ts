import type { HostTicket } from '#shared/panel/host.ts'

/**
 * What a ConnectWise page seems to show: nothing, one ticket, or several among which the technician must choose. A
 * hint only: the page is not trusted, and the API confirms ticket and company before anything is written.
 */
export type TicketHint = readonly HostTicket[]

/** More than a page ever shows; a longer list is no hint. */
export const mostHinted = 5

/**
 * Puts together what address and page say. The page is right where they differ, for ConnectWise leaves a link's
 * address in place while the technician moves on; the address speaks only `awaited`, while the ticket that it names
 * is still to appear.
 */
export function hintFrom(
  inAddress: HostTicket | null,
  inPage: readonly HostTicket[],
  awaited: boolean,
): TicketHint {
  if (inPage.length > 0) return inPage.slice(0, mostHinted)
  return inAddress && awaited ? [inAddress] : []
}

export const sameHint = (one: TicketHint, other: TicketHint): boolean =>
  one.length === other.length &&
  one.every(({ id, kind }, at) => other[at]?.id === id && other[at]?.kind === kind)
