import type { Change, DeliveryJob } from '#api/ports/delivery.ts'
import type { Ticket } from '#api/ports/psa.ts'
import { words } from './words.ts'

/**
 * Looks at the ticket as it is right before a send: the text goes only to the ticket that the technician was shown.
 * The change that ends the delivery instead, or null where it may be sent.
 */
export function guardTicket(ticket: Ticket | null, job: DeliveryJob): Change | null {
  const message = ticket === null ? goneFor(job) : whyNot(ticket, job)
  return message === null ? null : { state: 'needs_you', message, dueAt: null }
}

const goneFor = ({ delivery }: DeliveryJob) =>
  delivery.part === 'text' ? words.ticketGone : words.ticketGoneForStatus

function whyNot(ticket: Ticket, job: DeliveryJob): string | null {
  const { shown } = job.post.request
  if (ticket.company.id !== shown.company)
    return `Ticket #${ticket.id} now belongs to ${ticket.company.name}. Look at it before the text goes there.`
  if (job.delivery.insist) return null
  if (ticket.mergedInto !== null)
    return `Ticket #${ticket.id} was merged into #${ticket.mergedInto}. Post there, or send it to this one all the same.`
  if (ticket.summary.trim() !== shown.summary.trim())
    return `Ticket #${ticket.id} is now called “${ticket.summary}”. Look at it, then send it again if it is the right one.`
  if (ticket.status.closed && !shown.closed)
    return `Ticket #${ticket.id} was closed in the meantime. Send it again to post all the same.`
  return null
}
