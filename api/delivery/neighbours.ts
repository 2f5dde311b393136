import type { Delivery, DeliveryJob } from '#api/ports/delivery.ts'

/** A delivery of another post of the same ticket. */
export interface Neighbour extends Pick<Delivery, 'part' | 'state' | 'psaId'> {
  post: string
  acceptedAt: number
  kind: 'note' | 'time'
  /** Whether a worker will look at it again without anybody's help. */
  isScheduled: boolean
}

/** What the ticket's other posts mean for a post: whether it has to wait for them, and which texts are theirs. */
export function amongNeighbours(
  own: { post: string; acceptedAt: number },
  neighbours: readonly Neighbour[],
): Pick<DeliveryJob, 'behind' | 'others'> {
  const isEarlier = ({ post, acceptedAt }: Neighbour) =>
    acceptedAt < own.acceptedAt || (acceptedAt === own.acceptedAt && post < own.post)
  const isOnItsWay = ({ state, isScheduled }: Neighbour) =>
    isScheduled && (state === 'waiting' || state === 'sending' || state === 'checking')
  return {
    behind: neighbours.some((one) => isEarlier(one) && isOnItsWay(one)),
    others: neighbours.flatMap(({ part, kind, psaId }) =>
      part === 'text' && psaId !== null ? [{ kind, id: psaId }] : [],
    ),
  }
}
