import type { Change, Delivery, DeliveryState } from '#api/ports/delivery.ts'
import type { DeliveryStore } from '#api/ports/delivery-store.ts'

/** Where a worker may take a delivery from each state. Only a member takes one back, or has it sent again. */
const allowed: Record<DeliveryState, readonly DeliveryState[]> = {
  waiting: ['waiting', 'sending', 'posted', 'failed', 'needs_you'],
  sending: ['waiting', 'checking', 'posted', 'failed', 'needs_you'],
  checking: ['checking', 'waiting', 'posted', 'needs_you'],
  posted: ['posted', 'needs_you'],
  failed: [],
  needs_you: [],
  undone: [],
}

/** The same store; each change it keeps is told, with what the rules of the state machine have against it. */
export function watchTransitions(
  store: DeliveryStore,
  read: (delivery: string) => Delivery | undefined,
  seen: (delivery: string, from: DeliveryState, change: Change, against: string | null) => void,
): DeliveryStore {
  return {
    ...store,
    async record(claim, from, change, now) {
      const before = read(claim.delivery)
      const kept = await store.record(claim, from, change, now)
      if (kept && before !== undefined) seen(claim.delivery, from, change, against(before, from, change, now))
      return kept
    },
  }
}

function against(before: Delivery, from: DeliveryState, change: Change, now: number): string | null {
  const to = change.state ?? from
  if (before.state !== from) return `was ${before.state}, not ${from}`
  // What ended while a worker held it is only laid aside.
  const isLaidAside = Object.keys(change).join() === 'dueAt' && change.dueAt === null
  if (!isLaidAside && !allowed[from].includes(to)) return `may not go from ${from} to ${to}`
  if (to === 'posted' && from === 'waiting' && before.part === 'text') return 'was posted without being sent'
  if (to === 'sending') return againstSend(before, change)
  const wasRefused = from === 'sending' && change.attempt === before.attempt - 1
  if (to === 'waiting' && from !== 'waiting' && !wasRefused && (before.quarantineUntil ?? 0) > now)
    return 'is to be sent again too early'
  return null
}

function againstSend(before: Delivery, { attempt, quarantineUntil, sentAt }: Change): string | null {
  if (attempt !== before.attempt + 1) return 'does not count its sends'
  if (attempt > 2) return 'was sent a third time'
  if (before.attempt > 0 && before.part === 'text' && before.marker === null)
    return 'was sent again although the client may see it'
  return (quarantineUntil ?? 0) > (sentAt ?? 0) ? null : 'was sent without a quarantine'
}
