import type { DeliveryJob } from '#api/ports/delivery.ts'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import { findText } from './find-text.ts'
import type { Found } from './found.ts'
import { words } from './words.ts'

/** Looks into the ticket for what the delivery was to write. A ticket that cannot be read says nothing. */
export async function lookFor(job: DeliveryJob, psa: () => Promise<Psa>): Promise<Found> {
  try {
    const opened = await psa()
    return job.delivery.part === 'text'
      ? findText(job, await opened.texts(job.post.ticket))
      : await findStatus(job, opened)
  } catch (error) {
    if (!(error instanceof PsaError)) throw error
    return { kind: 'failed', retryAfterMs: (error.retryAfterSeconds ?? 0) * 1_000 }
  }
}

/** A status that is neither ours nor the one from before was set by somebody: ours may have been there. */
async function findStatus({ delivery, post }: DeliveryJob, psa: Psa): Promise<Found> {
  const ticket = await psa.ticket(post.ticket)
  if (ticket === null) return { kind: 'doubt', message: words.ticketGoneForStatus }
  const { id } = ticket.status
  if (id === post.request.status) return { kind: 'found', id, author: ticket.updatedBy }
  const isAsBefore = delivery.statusBefore === null || delivery.statusBefore === id
  return isAsBefore ? { kind: 'none' } : { kind: 'doubt', message: words.statusMoved }
}
