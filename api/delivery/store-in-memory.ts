import { applyChange, statusChange } from '#api/delivery/apply-change.ts'
import type { DeliveryJob } from '#api/ports/delivery.ts'
import type { DeliveryClaim, DeliveryStore } from '#api/ports/delivery-store.ts'

interface Held {
  job: DeliveryJob
  fence: number
  leaseUntil: number | null
}

/** A delivery store in memory, for simulation. */
export interface MemoryDeliveryStore extends DeliveryStore {
  add(job: DeliveryJob): void
  jobs(): DeliveryJob[]
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
  return {
    add: (job) => {
      held.set(job.delivery.id, { job, fence: 0, leaseUntil: null })
    },
    jobs: () => [...held.values()].map(({ job }) => job),
    async claim(now, leaseUntil, most) {
      const due = [...held.values()].filter((each) => isDue(each, now))
      due.sort((a, b) => (a.job.delivery.dueAt ?? 0) - (b.job.delivery.dueAt ?? 0))
      return due.slice(0, most).map((each) => {
        each.fence += 1
        each.leaseUntil = leaseUntil
        return { team: each.job.team, delivery: each.job.delivery.id, fence: each.fence }
      })
    },
    load: async (claim) => owned(claim)?.job ?? null,
    async record(claim, change, now) {
      const own = owned(claim)
      if (own === null) return false
      own.job = { ...own.job, delivery: applyChange(own.job.delivery, change) }
      if (change.dueAt !== undefined) own.leaseUntil = null
      if (own.job.delivery.part !== 'text') return true
      for (const other of held.values()) {
        if (other.job.post.id !== own.job.post.id || other.job.delivery.part !== 'status') continue
        const follow = statusChange(other.job.delivery, change, now)
        if (follow !== null) other.job = { ...other.job, delivery: applyChange(other.job.delivery, follow) }
      }
      return true
    },
    async nextDue() {
      const times = [...held.values()].flatMap(({ job, leaseUntil }) =>
        job.delivery.dueAt === null ? [] : [Math.max(job.delivery.dueAt, leaseUntil ?? 0)],
      )
      return times.length === 0 ? null : Math.min(...times)
    },
  }
}
