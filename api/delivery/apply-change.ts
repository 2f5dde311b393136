import type { Change, Delivery } from '#api/ports/delivery.ts'

/** The delivery after a change. */
export function applyChange(delivery: Delivery, change: Change): Delivery {
  return { ...delivery, ...change }
}

/**
 * What a text's change means for the status that waits behind it: due once the text is in the ticket, dropped where
 * it will never be. Null leaves the status as it is.
 */
export function statusChange(status: Delivery, text: Change, now: number): Change | null {
  if (status.state !== 'waiting' || text.state === undefined) return null
  if (text.state === 'posted') return status.dueAt === null ? { dueAt: now } : null
  if (text.state === 'undone') return { state: 'undone', dueAt: null }
  return null
}
