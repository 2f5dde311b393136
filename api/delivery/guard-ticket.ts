import type { Change, DeliveryJob } from '#api/ports/delivery.ts'
import { type Psa, PsaError, type Ticket, type WriteResult } from '#api/ports/psa.ts'

/** Why a text must not be sent now: a change that ends it, or a write result that says nothing was written. */
export type Refusal = { change: Change } | Extract<WriteResult, { outcome: 'refused' }>

/**
 * Reads the ticket again before every send: the text goes only to the ticket that the technician was shown. Null
 * where it may be sent.
 */
export async function guardTicket(psa: Psa, job: DeliveryJob): Promise<Refusal | null> {
  let ticket: Ticket | null
  try {
    ticket = await psa.ticket(job.post.ticket)
  } catch (error) {
    if (!(error instanceof PsaError)) throw error
    const rest = error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }
    if (error.reason === 'unavailable')
      return { outcome: 'refused', reason: 'not_sent', message: error.message, ...rest }
    if (error.reason === 'rate_limited')
      return { outcome: 'refused', reason: 'rate_limited', message: error.message, ...rest }
    return { outcome: 'refused', reason: error.reason, message: error.message }
  }
  const message = ticket === null ? 'The ticket is no longer there.' : whyNot(ticket, job)
  return message === null ? null : { change: { state: 'needs_you', message, dueAt: null } }
}

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
