import type { DeliveryStore } from '#api/ports/delivery-store.ts'
import type { Psa } from '#api/ports/psa.ts'
import { makeMarker, markerLine } from '#shared/note/marker.ts'
import { seededRandom, virtualTime } from '#shared/sync/testing/virtual-time.ts'
import { deliver } from '../deliver.ts'
import { createMemoryDeliveryStore, type StoredJob } from '../store-in-memory.ts'
import { type DeskFaults, simulateDesk } from './simulated-desk.ts'

/** What went wrong in one run; an empty list is what every seed must give. */
export interface Verdict {
  lost: string[]
  doubled: string[]
  misplaced: string[]
  /** Not at an end after a day. */
  stuck: string[]
  needsYou: number
}

export interface Simulation {
  seed: number
  faults?: Partial<DeskFaults>
  quarantineMs?: number
  /** Puts a defect between the worker and its store or ticket system, to show that the run notices. */
  defect?: { store?: (store: DeliveryStore) => DeliveryStore; psa?: (psa: Psa) => Psa }
}

const day = 24 * 60 * 60_000
const leaseMs = 90_000
const minute = 60_000

class Killed extends Error {}

/** Delivers 5 to 25 posts by 2 to 4 workers that die now and then, against a ticket system that loses, delays and refuses. */
export async function simulate({
  seed,
  faults,
  quarantineMs = 5 * minute,
  defect = {},
}: Simulation): Promise<Verdict> {
  const random = seededRandom(seed)
  const time = virtualTime(Date.UTC(2026, 0, 1))
  const desk = simulateDesk(time, random, {
    rate: 0.45,
    latestCommit: 3 * minute,
    longestLag: 20_000,
    ...faults,
  })
  const memory = createMemoryDeliveryStore()
  const store = defect.store?.(memory) ?? memory
  const psa = defect.psa?.(desk.psa) ?? desk.psa
  const count = 5 + Math.floor(random() * 21)
  for (let n = 0; n < count; n += 1) memory.add(jobNumber(n, random, time.now(), quarantineMs))

  const failures: unknown[] = []
  const workOnce = async (): Promise<void> => {
    const claims = await store.claim(time.now(), time.now() + leaseMs, 3)
    await Promise.all(
      claims.map((claim) =>
        deliver(
          {
            store,
            psaOf: async () => psa,
            now: time.now,
            random,
            after: time.after,
            failed: (error) => failures.push(error),
            reached() {
              if (random() < 0.04) throw new Killed()
            },
          },
          claim,
        ).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error
        }),
      ),
    )
  }
  const run = (): void => {
    workOnce()
      .catch((error: unknown) => failures.push(error))
      .then(async () => {
        const due = await store.nextDue()
        if (due !== null) time.after(Math.max(due - time.now(), 500) + random() * 500, run)
      })
  }
  const workers = 2 + Math.floor(random() * 3)
  for (let n = 0; n < workers; n += 1) time.after(random() * 1_000, run)
  await time.pass(day + 2 * 60 * minute)
  if (failures.length > 0) throw failures[0]
  return judge(memory.jobs(), desk.texts())
}

function judge(jobs: StoredJob[], texts: { ticket: number; text: string }[]): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], misplaced: [], stuck: [], needsYou: 0 }
  for (const { delivery, post } of jobs) {
    const there = texts.filter(({ text }) => text === post.text)
    if (there.some(({ ticket }) => ticket !== post.ticket.id)) verdict.misplaced.push(post.id)
    if (delivery.state === 'needs_you' || delivery.state === 'failed') verdict.needsYou += 1
    else if (delivery.state !== 'posted') verdict.stuck.push(post.id)
    else if (there.length === 0) verdict.lost.push(post.id)
    if (there.length > 1) verdict.doubled.push(post.id)
  }
  return verdict
}

function jobNumber(n: number, random: () => number, now: number, quarantineMs: number): StoredJob {
  const ticket = { id: 100 + Math.floor(random() * 6), kind: 'service' } as const
  const marker = makeMarker(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)))
  return {
    team: 'team',
    quarantineMs,
    delivery: {
      id: `delivery-${n}`,
      part: 'text',
      state: 'waiting',
      attempt: 0,
      sentAt: null,
      quarantineUntil: null,
      tries: 0,
      sweeps: 0,
      insist: false,
      statusBefore: null,
      marker,
      psaId: null,
      author: null,
      doubled: false,
      message: null,
      dueAt: now + random() * 10 * minute,
    },
    post: {
      id: `post-${n}`,
      session: 'session',
      ticket,
      // Posts often begin alike: the marker has to tell them apart.
      text: `Printer status: offline. Restarted the spooler.\n\n${markerLine(marker)}`,
      member: 'tech1',
      acceptedAt: now,
      request: {
        id: `post-${n}`,
        kind: 'note',
        audience: 'internal',
        scope: 'since_last_post',
        upTo: 1,
        text: 'Printer status: offline. Restarted the spooler.',
        time: null,
        status: null,
        notify: false,
        confirmedVisible: false,
        shown: { summary: `Ticket ${ticket.id}`, company: 3, closed: false },
      },
    },
  }
}
