import type { Change, Delivery, DeliveryJob } from '#api/ports/delivery.ts'
import type { RemovalResult, TicketText } from '#api/ports/psa.ts'
import type { RemoveCopy } from '#shared/contracts/post.ts'
import { sameBody } from '#shared/note/match-text.ts'
import { afterSweep, beforeLastSweep, dueOfSweep, pauseAfter } from './decide.ts'
import type { Found } from './found.ts'
import { words } from './words.ts'

/** Tries at growing pauses, some hours in all; then a person does it in ConnectWise. */
const mostTries = 20

/**
 * A member chose a copy to remove, as they were shown it: never the oldest, which stays. The change, or null where the
 * text does not stand in the ticket like that any more, or one is being removed already.
 */
export function askRemoval(
  delivery: Delivery,
  kind: 'note' | 'time',
  { remove, keep }: RemoveCopy,
  now: number,
): Change | null {
  const [oldest, ...newer] = delivery.copies ?? []
  const isOpen = delivery.state === 'posted' && delivery.doubled && delivery.removing === null
  if (!isOpen || oldest?.id !== keep || !newer.some(({ id }) => id === remove)) return null
  return {
    removing: remove,
    sweeps: Math.min(delivery.sweeps, beforeLastSweep),
    tries: 0,
    message: words.removing(kind, remove),
    dueAt: now,
  }
}

/** Which text is read by itself after the ticket: the one that may go, or the last one left; lists lag behind. */
export function readLast(found: Found, removing: number | null): number | null {
  if (found.kind === 'found') return found.id
  const isNewer = found.kind === 'several' && found.copies.slice(1).some(({ id }) => id === removing)
  return isNewer ? removing : null
}

/**
 * What the ticket as it was just read means for a removal: a change, or null where the copy may go now. `last` is the
 * text that was read by itself. The last one standing never goes, nor one that somebody has changed.
 */
export function beforeRemoval(
  job: DeliveryJob,
  found: Found,
  last: TicketText | null,
  now: number,
): Change | null {
  const { delivery, post } = job
  const { removing, tries } = delivery
  const { kind } = post.request
  const settled = { removing: null, ...afterSweep(delivery, found, now) }
  if (removing === null || readLast(found, removing) === null) return settled
  const again = lookAgain(delivery, kind, removing, now, 0)
  if (last === null) return again
  if (found.kind === 'several')
    return isAsPosted(job, last) ? null : stop(delivery, words.editedSince(kind, removing), now)
  // Our removal may be carried out late, and then nothing would be left: nobody is told that all is well before.
  const mayFollow = last.id === removing && tries > 0 && tries < mostTries
  return mayFollow ? { ...again, message: words.otherGone(kind, removing) } : settled
}

/** Word for word what was posted, and shown to nobody whom it was not meant for, nor hidden from whom it was. */
function isAsPosted({ post }: DeliveryJob, copy: TicketText): boolean {
  const { audience, kind } = post.request
  const isShownAlike = audience === 'internal' ? !copy.discussion && !copy.resolution : copy[audience]
  return copy.kind === kind && isShownAlike && sameBody(copy.text, post.text)
}

/** What a removal's result means. One that is done, or open, is looked up in the ticket next. */
export function afterRemoval(
  { delivery, post }: DeliveryJob,
  result: RemovalResult,
  now: number,
  jitter: number,
): Change {
  const { removing } = delivery
  const { kind } = post.request
  if (removing === null) return { dueAt: now }
  if (result.outcome === 'removed') return { tries: delivery.tries + 1, dueAt: now }
  const again = lookAgain(delivery, kind, removing, now, jitter)
  if (result.outcome === 'ambiguous') return again
  switch (result.reason) {
    case 'not_found':
    case 'not_sent':
    case 'conflict':
      return again
    case 'rate_limited': {
      const asked = now + (result.retryAfterSeconds ?? 0) * 1_000
      return again.dueAt ? { ...again, dueAt: Math.max(again.dueAt, asked) } : again
    }
    case 'forbidden':
      return stop(delivery, words.notRemovable(kind, removing), now)
    case 'invalid':
    case 'not_signed_in':
      return stop(delivery, words.notRemoved(kind, removing, result.message), now)
  }
}

function lookAgain(
  delivery: Delivery,
  kind: 'note' | 'time',
  removing: number,
  now: number,
  jitter: number,
): Change {
  if (delivery.tries >= mostTries) return stop(delivery, words.removalUnknown(kind, removing), now)
  const pause = pauseAfter(delivery.tries, jitter)
  return {
    tries: delivery.tries + 1,
    message: words.removingUnsure(kind, removing),
    dueAt: now + pause,
  }
}

/** It stays for a person, who may look or ask again; later looks come as they would have. */
function stop(delivery: Delivery, message: string, now: number): Change {
  const sweeps = delivery.sweeps + 1
  return { removing: null, doubled: true, sweeps, message, dueAt: dueOfSweep(delivery, sweeps, now) }
}
