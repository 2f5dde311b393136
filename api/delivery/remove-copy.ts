import type { Change, DeliveryJob } from '#api/ports/delivery.ts'
import { limited, refusalOf, restOf } from './ask-psa.ts'
import { afterRemoval, beforeRemoval, readLast } from './decide-removal.ts'
import type { DeliverDeps } from './deliver.ts'
import { findText } from './find-text.ts'
import { beginLimitMs, removalReadLimitMs } from './step-limits.ts'

/**
 * Removes the copy that a member chose, right after the whole ticket and then what may go, or is left, was read by itself.
 * Asking twice for the same one harms nothing: numbers are never given again. Resolves to the rest asked for.
 */
export async function removeCopy(
  deps: DeliverDeps,
  job: DeliveryJob,
  finish: (change: Change) => Promise<boolean>,
): Promise<number> {
  const { ticket, request } = job.post
  const { removing, tries } = job.delivery
  const of = { ticket, kind: request.kind, id: removing ?? 0 }
  const read = await limited(deps, removalReadLimitMs, async () => {
    const psa = await deps.psaOf(job.team)
    const found = findText(job, await psa.texts(ticket))
    const id = readLast(found, removing)
    return { psa, found, last: id === null ? null : await psa.text({ ...of, id }) }
  }).catch(refusalOf)
  if ('outcome' in read) {
    await finish(afterRemoval(job, read, deps.now(), deps.random()))
    return restOf(read)
  }
  const stop = beforeRemoval(job, read.found, read.last, deps.now())
  if (stop !== null) {
    await finish(stop)
    return 0
  }
  const until = deps.now() + beginLimitMs
  if (!(await finish({ tries: tries + 1 }))) return 0
  const result = await read.psa.removeText({ ...of, until })
  await finish(afterRemoval(job, result, deps.now(), deps.random()))
  return restOf(result)
}
