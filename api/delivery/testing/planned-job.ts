import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { Delivery, DeliveryJob, DeliveryPost } from '#api/ports/delivery.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'

/** A delivery that waits for its first send. */
export function waitingDelivery(more: Partial<Delivery> = {}): Delivery {
  return {
    id: systemIds.uuid(),
    part: 'text',
    state: 'waiting',
    attempt: 0,
    sentAt: null,
    quarantineUntil: null,
    tries: 0,
    sweeps: 0,
    insist: false,
    statusBefore: null,
    marker: null,
    psaId: null,
    author: null,
    doubled: false,
    copies: null,
    removing: null,
    message: null,
    dueAt: null,
    ...more,
  }
}

/** An accepted request for an internal note. */
export function plannedRequest(more: Partial<AcceptPost> = {}): AcceptPost {
  return {
    id: systemIds.uuid(),
    kind: 'note',
    audience: 'internal',
    scope: 'since_last_post',
    upTo: 1,
    text: 'Printer status: offline. Restarted the spooler.',
    time: null,
    status: null,
    notify: false,
    confirmedVisible: false,
    shown: { summary: 'Printer offline', company: 3, closed: false },
    ...more,
  }
}

/** A delivery with what it has to write. */
export function plannedJob({
  delivery = {},
  post = {},
  request = {},
  ...more
}: {
  delivery?: Partial<Delivery>
  post?: Partial<DeliveryPost>
  request?: Partial<AcceptPost>
} & Partial<Omit<DeliveryJob, 'delivery' | 'post'>> = {}): DeliveryJob {
  const asked = plannedRequest(request)
  return {
    team: 'team',
    quarantineMs: 300_000,
    behindUntil: null,
    others: [],
    delivery: waitingDelivery(delivery),
    post: {
      id: asked.id,
      session: 'session',
      request: asked,
      ticket: { id: 101, kind: 'service' },
      text: asked.text,
      member: 'tech1',
      acceptedAt: Date.UTC(2026, 0, 1),
      ...post,
    },
    ...more,
  }
}
