import { memoryPsa } from '#api/adapters/memory/memory-psa.ts'
import { smallPsaWorld } from '#api/adapters/memory/memory-psa-world.ts'
import type { Delivery, DeliveryPost } from '#api/ports/delivery.ts'
import type { Psa } from '#api/ports/psa.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import { makeMarker, markerLine } from '#shared/note/marker.ts'
import { virtualTime } from '#shared/sync/testing/virtual-time.ts'
import type { DeliverDeps } from '../deliver.ts'
import { createMemoryDeliveryStore } from '../store-in-memory.ts'
import { plannedJob } from './planned-job.ts'

const start = Date.UTC(2026, 0, 1)

interface Wanted {
  team?: string
  delivery?: Partial<Delivery>
  post?: Partial<DeliveryPost>
  request?: Partial<AcceptPost>
}

/** A worker's surroundings in virtual time: a store, and one ticket system in memory that all teams share. */
export function scriptedWork(psaOf: (team: string, psa: Psa) => Promise<Psa> = async (_, psa) => psa) {
  const time = virtualTime(start)
  const psa = memoryPsa(smallPsaWorld(), { now: time.now })
  const store = createMemoryDeliveryStore()
  const errors: unknown[] = []
  const [ticket] = psa.world.tickets
  if (ticket === undefined) throw new Error('the small world has no ticket')
  const shown = { summary: ticket.summary, company: ticket.company.id, closed: ticket.closed }
  let made = 0
  const deps: DeliverDeps = {
    store,
    psaOf: (team) => psaOf(team, psa),
    now: time.now,
    random: () => 0,
    after: time.after,
    failed: (error) => errors.push(error),
  }
  return {
    deps,
    time,
    psa,
    store,
    errors,
    ticket,
    /** Adds a post that is due now; resolves to its text's id. */
    add({ team = 'team', delivery, post, request }: Wanted = {}): string {
      made += 1
      const marker = makeMarker(Uint8Array.from({ length: 9 }, () => made))
      const text = `Printer offline, number ${made}.\n\n${markerLine(marker)}`
      const of = { ticket: { id: ticket.id, kind: ticket.kind }, text, acceptedAt: time.now(), ...post }
      const job = plannedJob({
        team,
        delivery: { marker, dueAt: time.now(), ...delivery },
        post: of,
        // Posts accepted in the same millisecond go by their ids: these rise in the order of the calls.
        request: { id: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`, shown, ...request },
      })
      store.add(job)
      if (job.post.request.status !== null && job.delivery.part === 'text') store.add(plannedStatus(job))
      return job.delivery.id
    },
    read(id: string): Delivery {
      const found = store.jobs().find(({ delivery }) => delivery.id === id)
      if (found === undefined) throw new Error('no such delivery')
      return found.delivery
    },
    /** How often the text stands in the tickets. */
    count(id: string): number {
      const job = store.jobs().find(({ delivery }) => delivery.id === id)
      return psa.world.texts.filter(({ text }) => text === job?.post.text).length
    },
  }
}

function plannedStatus(text: ReturnType<typeof plannedJob>): ReturnType<typeof plannedJob> {
  const { delivery } = plannedJob({ delivery: { part: 'status', dueAt: null } })
  return { ...text, delivery }
}
