import type { Delivery, DeliveryJob } from '#api/ports/delivery.ts'

/** A delivery of another post of the same ticket. */
export interface Neighbour extends Pick<Delivery, 'part' | 'state' | 'psaId'> {
  post: string
  acceptedAt: number
  kind: 'note' | 'time'
  /** When a worker looks at it again without anybody's help; null for never. */
  dueAt: number | null
}

/** What the ticket's other posts mean for a post: whether it has to wait for them, and which texts are theirs. */
export function amongNeighbours(
  own: { post: string; acceptedAt: number },
  neighbours: readonly Neighbour[],
): Pick<DeliveryJob, 'behindUntil' | 'others'> {
  const isEarlier = ({ post, acceptedAt }: Neighbour) =>
    acceptedAt < own.acceptedAt || (acceptedAt === own.acceptedAt && post < own.post)
  const isOnItsWay = ({ state }: Neighbour) =>
    state === 'waiting' || state === 'sending' || state === 'checking'
  const due = neighbours.flatMap((one) =>
    one.dueAt !== null && isEarlier(one) && isOnItsWay(one) ? [one.dueAt] : [],
  )
  return {
    behindUntil: due.length === 0 ? null : Math.max(...due),
    others: neighbours.flatMap(({ part, kind, psaId }) =>
      part === 'text' && psaId !== null ? [{ kind, id: psaId }] : [],
    ),
  }
}
