import { applyChange, statusChange } from '#api/delivery/apply-change.ts'
import type { Change, DeliveryJob } from '#api/ports/delivery.ts'
import type { DeliveryClaim, DeliveryStore } from '#api/ports/delivery-store.ts'
import { amongNeighbours, type Neighbour } from './neighbours.ts'

/** What `load` adds comes from the other deliveries. */
export type StoredJob = Omit<DeliveryJob, 'behindUntil' | 'others'>

interface Held {
  job: StoredJob
  fence: number
  leaseUntil: number | null
  /** When it can be claimed; null for never. */
  freeAt: number | null
}

/** A delivery store in memory, for simulation. */
export interface MemoryDeliveryStore extends DeliveryStore {
  add(job: StoredJob): void
  jobs(): StoredJob[]
  /** A change that no worker made: somebody took it back, or wants it sent again. */
  change(delivery: string, change: Change): void
  /** The same where a worker may be at it: what that one has to tell comes too late. */
  ask(delivery: string, change: Change): void
  /** Takes a post back by its text's delivery, status included; false where sending has begun. */
  undo(delivery: string, now: number): boolean
  /** Ends the time in which a text can be taken back; nothing where it is due, or on its way. */
  sendNow(delivery: string, now: number): void
}

/** An empty store. */
export function createMemoryDeliveryStore(): MemoryDeliveryStore {
  const held = new Map<string, Held>()
  const onTicket = new Map<string, Held[]>()
  /** Of each team what can be claimed some time, soonest first. */
  const queues = new Map<string, Held[]>()
  const owned = (claim: DeliveryClaim) => {
    const found = held.get(claim.delivery)
    return found !== undefined && found.fence === claim.fence && found.job.team === claim.team ? found : null
  }
  const dueOf = ({ job }: Held) => job.delivery.dueAt ?? Number.POSITIVE_INFINITY
  const jobs = () => [...held.values()].map(({ job }) => job)

  function apply(own: Held, change: Change): void {
    own.job = { ...own.job, delivery: applyChange(own.job.delivery, change) }
    if (change.dueAt !== undefined) own.leaseUntil = null
    place(own)
  }

  function place(own: Held): void {
    const queue = queues.get(own.job.team) ?? []
    queues.set(own.job.team, queue)
    if (own.freeAt !== null) queue.splice(queue.indexOf(own), 1)
    const { dueAt } = own.job.delivery
    own.freeAt = dueAt === null ? null : Math.max(dueAt, own.leaseUntil ?? 0)
    if (own.freeAt === null) return
    let [low, high] = [0, queue.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((queue[middle]?.freeAt ?? 0) <= own.freeAt) low = middle + 1
      else high = middle
    }
    queue.splice(low, 0, own)
  }

  const firstOfTeams = (apart: readonly string[]) =>
    [...queues].flatMap(([team, [first]]) => (first === undefined || apart.includes(team) ? [] : [first]))

  function follow(own: Held, change: Change, now: number): void {
    if (own.job.delivery.part !== 'text') return
    for (const other of onTicket.get(ticketOf(own.job)) ?? []) {
      if (other.job.post.id !== own.job.post.id || other.job.delivery.part !== 'status') continue
      const next = statusChange(other.job.delivery, change, now)
      if (next !== null) apply(other, next)
    }
  }

  const unsent = (delivery: string) => {
    const own = held.get(delivery)
    return own?.job.delivery.state === 'waiting' && own.job.delivery.attempt === 0 ? own : null
  }

  return {
    add: (job) => {
      const added = { job, fence: 0, leaseUntil: null, freeAt: null }
      held.set(job.delivery.id, added)
      const together = onTicket.get(ticketOf(job)) ?? []
      onTicket.set(ticketOf(job), [...together, added])
      place(added)
    },
    jobs,
    change(delivery, change) {
      const own = held.get(delivery)
      if (own !== undefined) apply(own, change)
    },
    ask(delivery, change) {
      const own = held.get(delivery)
      if (own === undefined) return
      own.fence += 1
      apply(own, change)
    },
    undo(delivery, now) {
      const own = unsent(delivery)
      if (own === null) return false
      const change = { state: 'undone', dueAt: null, message: null } as const
      apply(own, change)
      follow(own, change, now)
      return true
    },
    sendNow(delivery, now) {
      const own = unsent(delivery)
      if (own !== null && (own.job.delivery.dueAt ?? now) > now) apply(own, { dueAt: now })
    },
    async claim(now, leaseUntil, most, apart = []) {
      const claims: DeliveryClaim[] = []
      while (claims.length < most) {
        const [next] = firstOfTeams(apart)
          .filter(({ freeAt }) => (freeAt ?? now) <= now)
          .sort((a, b) => dueOf(a) - dueOf(b))
        if (next === undefined) break
        next.fence += 1
        next.leaseUntil = leaseUntil
        place(next)
        claims.push({ team: next.job.team, delivery: next.job.delivery.id, fence: next.fence })
      }
      return claims
    },
    async load(claim) {
      const job = owned(claim)?.job
      if (job === undefined) return null
      const own = { post: job.post.id, acceptedAt: job.post.acceptedAt }
      return { ...job, ...amongNeighbours(own, neighboursOf(job, onTicket.get(ticketOf(job)) ?? [])) }
    },
    async record(claim, from, change, now) {
      const own = owned(claim)
      if (own === null || own.job.delivery.state !== from) return false
      apply(own, change)
      follow(own, change, now)
      return true
    },
    async nextDue(apart = []) {
      const times = firstOfTeams(apart).flatMap(({ freeAt }) => freeAt ?? [])
      return times.length === 0 ? null : Math.min(...times)
    },
  }
}

const ticketOf = ({ team, post: { ticket } }: StoredJob) => `${team} ${ticket.kind} ${ticket.id}`

function neighboursOf({ post }: StoredJob, together: Held[]): Neighbour[] {
  const rest = together.map(({ job }) => job).filter((one) => one.post.id !== post.id)
  return rest.map(({ delivery: { part, state, psaId, dueAt }, post: { id, acceptedAt, request } }) => ({
    post: id,
    acceptedAt,
    kind: request.kind,
    part,
    state,
    psaId,
    dueAt,
  }))
}
