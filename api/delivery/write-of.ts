import type { DeliveryJob } from '#api/ports/delivery.ts'
import type { Psa, Visibility, WriteResult } from '#api/ports/psa.ts'

/** Performs the one write of a delivery; it does not begin after `until`. */
export async function writeOf(psa: Psa, job: DeliveryJob, until: number): Promise<WriteResult> {
  const { request, text, ticket, member } = job.post
  if (job.delivery.part === 'status') {
    if (request.status === null)
      return { outcome: 'refused', reason: 'invalid', message: 'No status was asked for.' }
    return psa.setStatus({ ticket, status: request.status, notify: request.notify, until })
  }
  const show: Visibility = {
    internal: request.audience === 'internal',
    discussion: request.audience === 'discussion',
    resolution: request.audience === 'resolution',
  }
  const common = { ticket, text, show, member, notify: request.notify, until }
  if (request.kind === 'note') return psa.addNote(common)
  if (request.time === null)
    return { outcome: 'refused', reason: 'invalid', message: 'A time entry needs a start and an end.' }
  const { start, end, workType, workRole, agreement, billable } = request.time
  return psa.addTimeEntry({ ...common, start, end, workType, workRole, agreement, billable })
}
