import { applyChange, statusChange } from '#api/delivery/apply-change.ts'
import type { Change, DeliveryJob } from '#api/ports/delivery.ts'
import type { DeliveryClaim, DeliveryStore } from '#api/ports/delivery-store.ts'
import { amongNeighbours, type Neighbour } from './neighbours.ts'

/** What `load` adds comes from the other deliveries. */
export type StoredJob = Omit<DeliveryJob, 'behind' | 'others'>

interface Held {
  job: StoredJob
  fence: number
  leaseUntil: number | null
}

/** A delivery store in memory, for simulation. */
export interface MemoryDeliveryStore extends DeliveryStore {
  add(job: StoredJob): void
  jobs(): StoredJob[]
  /** A change that no worker made: somebody took it back, or wants it sent again. */
  change(delivery: string, change: Change): void
}

/** An empty store. */
export function createMemoryDeliveryStore(): MemoryDeliveryStore {
  const held = new Map<string, Held>()
  const owned = (claim: DeliveryClaim) => {
    const found = held.get(claim.delivery)
    return found !== undefined && found.fence === claim.fence && found.job.team === claim.team ? found : null
  }
  const isDue = ({ job, leaseUntil }: Held, now: number) =>
    job.delivery.dueAt !== null && job.delivery.dueAt <= now && (leaseUntil === null || leaseUntil <= now)
  const jobs = () => [...held.values()].map(({ job }) => job)

  function apply(own: Held, change: Change): void {
    own.job = { ...own.job, delivery: applyChange(own.job.delivery, change) }
    if (change.dueAt !== undefined) own.leaseUntil = null
  }

  return {
    add: (job) => {
      held.set(job.delivery.id, { job, fence: 0, leaseUntil: null })
    },
    jobs,
    change(delivery, change) {
      const own = held.get(delivery)
      if (own !== undefined) apply(own, change)
    },
    async claim(now, leaseUntil, most, apart = []) {
      const due = [...held.values()].filter((each) => isDue(each, now) && !apart.includes(each.job.team))
      due.sort((a, b) => (a.job.delivery.dueAt ?? 0) - (b.job.delivery.dueAt ?? 0))
      return due.slice(0, most).map((each) => {
        each.fence += 1
        each.leaseUntil = leaseUntil
        return { team: each.job.team, delivery: each.job.delivery.id, fence: each.fence }
      })
    },
    async load(claim) {
      const job = owned(claim)?.job
      if (job === undefined) return null
      const own = { post: job.post.id, acceptedAt: job.post.acceptedAt }
      return { ...job, ...amongNeighbours(own, neighboursOf(job, jobs())) }
    },
    async record(claim, from, change, now) {
      const own = owned(claim)
      if (own === null || own.job.delivery.state !== from) return false
      apply(own, change)
      if (own.job.delivery.part !== 'text') return true
      for (const other of held.values()) {
        if (other.job.post.id !== own.job.post.id || other.job.delivery.part !== 'status') continue
        const follow = statusChange(other.job.delivery, change, now)
        if (follow !== null) apply(other, follow)
      }
      return true
    },
    async nextDue(apart = []) {
      const times = [...held.values()].flatMap(({ job, leaseUntil }) =>
        job.delivery.dueAt === null || apart.includes(job.team)
          ? []
          : [Math.max(job.delivery.dueAt, leaseUntil ?? 0)],
      )
      return times.length === 0 ? null : Math.min(...times)
    },
  }
}

function neighboursOf({ team, post }: StoredJob, all: StoredJob[]): Neighbour[] {
  const rest = all.filter(
    (one) =>
      one.team === team &&
      one.post.id !== post.id &&
      one.post.ticket.id === post.ticket.id &&
      one.post.ticket.kind === post.ticket.kind,
  )
  return rest.map(({ delivery: { part, state, psaId, dueAt }, post: { id, acceptedAt, request } }) => ({
    post: id,
    acceptedAt,
    kind: request.kind,
    part,
    state,
    psaId,
    isScheduled: dueAt !== null,
  }))
}
