/** Who sent a message: one of our own pages or the worker, or our script in a page of ConnectWise. */
export type Speaker = 'own' | 'ticket_page'

/** What the browser says of a sender; nothing of it is the sender's to choose. */
export interface Sender {
  id?: string
  origin?: string
  frameId?: number
  tab?: { id?: number }
}

/** Our own id, and whether an origin is one that the technician works with ConnectWise at. */
export interface Judge {
  ownId: string
  isTicketSite(origin: string): boolean
}

/**
 * Who a sender is, by id, frame and origin; null for everybody who may say nothing. The sender's address is never
 * looked at: a page chooses its own.
 */
export function speakerOf(sender: Sender, { ownId, isTicketSite }: Judge): Speaker | null {
  if (sender.id !== ownId) return null
  if (sender.origin === `chrome-extension://${ownId}`) return 'own'
  const isTopFrame = sender.tab?.id !== undefined && sender.frameId === 0
  return isTopFrame && sender.origin !== undefined && isTicketSite(sender.origin) ? 'ticket_page' : null
}

/** Whether a page of ConnectWise may answer a message: it comes from our own worker or side panel, and from no tab. */
export function isBehindThePage(sender: Sender, ownId: string): boolean {
  const isOwnOrigin = sender.origin === undefined || sender.origin === `chrome-extension://${ownId}`
  return sender.id === ownId && sender.tab === undefined && isOwnOrigin
}
