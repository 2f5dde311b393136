import type { DeliveryJob } from '#api/ports/delivery.ts'
import type { Psa, Visibility, WriteResult } from '#api/ports/psa.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import { minutesOf } from '#shared/session/time/work-time.ts'

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
  const { workType, workRole, agreement, billable } = request.time
  return psa.addTimeEntry({ ...common, ...worked(request.time), workType, workRole, agreement, billable })
}

/**
 * Start, end and break of an entry, from which ConnectWise reckons the hours; the break is exact, and never longer than
 * what passed. Where the team rounds its time up beyond what passed, the end moves instead.
 */
function worked({ start, end, minutes, worked }: NonNullable<AcceptPost['time']>) {
  const from = Date.parse(start)
  const passed = (Date.parse(end) - from) / 60_000
  if (minutes <= passed) {
    const exact = worked ? minutesOf(worked) : minutes + (passed % 1)
    const counted = Math.floor(exact) === minutes ? exact : minutes
    return { start, end, breakMinutes: Math.max(0, passed - counted) }
  }
  return { start, end: new Date(from + minutes * 60_000).toISOString(), breakMinutes: 0 }
}
