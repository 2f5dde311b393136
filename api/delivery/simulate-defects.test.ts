import { describe, expect, it } from 'vitest'
import type { DeliveryClaim, DeliveryStore } from '#api/ports/delivery-store.ts'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import { brokenSeeds, within } from './testing/broken-seeds.ts'
import type { Simulation } from './testing/simulate.ts'

const second = 1_000
const minute = 60 * second

const searchNothing = (psa: Psa): Psa => ({ ...psa, texts: async () => [] })

/** Defects of which each must be noticed: a simulation that misses one is blind to it. */
const defects: [string, Omit<Simulation, 'seed'>][] = [
  [
    'a quarantine shorter than the latest commit',
    { plan: (drawn) => ({ ...drawn, quarantineMs: 3 * second, posts: drawn.posts.map(within(3 * second)) }) },
  ],
  [
    'a search that fails and is taken for an empty one',
    {
      defect: {
        psa: (psa) => ({
          ...psa,
          texts: (id) =>
            psa.texts(id).catch((error: unknown) => {
              if (error instanceof PsaError) return []
              throw error
            }),
        }),
      },
      plan: (drawn) => ({ ...drawn, faults: { ...drawn.faults, rate: 0.6 } }),
    },
  ],
  [
    'a search of the first text alone',
    { defect: { psa: (psa) => ({ ...psa, texts: async (id) => (await psa.texts(id)).slice(0, 1) }) } },
  ],
  ['a search that never finds anything', { defect: { psa: searchNothing } }],
  [
    'a write tried again at once after an unclear answer',
    {
      defect: {
        psa: (psa) => ({
          ...psa,
          async addNote(note) {
            const first = await psa.addNote(note)
            return first.outcome === 'ambiguous' ? psa.addNote(note) : first
          },
        }),
      },
    },
  ],
  [
    'an unclear answer taken for a refusal',
    {
      defect: {
        psa: (psa) => ({
          ...psa,
          async addNote(note) {
            const result = await psa.addNote(note)
            return result.outcome === 'ambiguous'
              ? { outcome: 'refused', reason: 'not_sent', message: 'taken for refused' }
              : result
          },
        }),
      },
    },
  ],
  [
    'an unclear answer taken for success',
    {
      defect: {
        psa: (psa) => ({
          ...psa,
          async addNote(note) {
            const result = await psa.addNote(note)
            if (result.outcome !== 'ambiguous') return result
            return { outcome: 'written', id: 1, ticket: note.ticket.id, author: note.member, at: null }
          },
        }),
      },
    },
  ],
  ['an intent that is not kept', { defect: { store: (store) => keepNot(store, 'sending') } }],
  [
    'an open outcome that is not kept, and no intent either',
    { defect: { store: (store) => keepNot(keepNot(store, 'sending'), 'checking') } },
  ],
  [
    'a worker that is heard although its lease ran out and another took over',
    {
      defect: { store: hearAll },
      plan: (drawn) => ({
        ...drawn,
        processes: 3,
        quarantineMs: 15 * second,
        posts: drawn.posts.map(within(15 * second)),
        faults: {
          rate: 0.6,
          kinds: ['late commit', 'reset before commit', 'too many'],
          latestCommitMs: 12 * second,
        },
        standsStill: 0.06,
        longestStandstillMs: 10 * minute,
      }),
    },
  ],
  [
    'a write to the ticket beside the one that was asked for',
    {
      defect: {
        psa: (psa) => ({
          ...psa,
          addNote: (note) => psa.addNote({ ...note, ticket: { ...note.ticket, id: note.ticket.id + 1 } }),
        }),
      },
    },
  ],
]

/** Takes what is told under an older claim as if it were told under the newest. */
function hearAll(store: DeliveryStore): DeliveryStore {
  const newest = new Map<string, DeliveryClaim>()
  const now = (claim: DeliveryClaim) => newest.get(claim.delivery) ?? claim
  return {
    ...store,
    async claim(...given) {
      const claims = await store.claim(...given)
      for (const claim of claims) newest.set(claim.delivery, claim)
      return claims
    },
    load: (claim) => store.load(now(claim)),
    record: (claim, ...rest) => store.record(now(claim), ...rest),
  }
}

/** Says that a change to this state was kept, and keeps nothing but the due time. */
function keepNot(store: DeliveryStore, state: string): DeliveryStore {
  return {
    ...store,
    record: (claim, from, change, now) =>
      change.state === state
        ? store.record(claim, from, change.dueAt === undefined ? {} : { dueAt: change.dueAt }, now)
        : store.record(claim, from, change, now),
  }
}

describe('the simulation', () => {
  it.each(defects)(
    'notices %s',
    async (_, run) => {
      expect(await brokenSeeds(run, 1_000, true)).not.toEqual([])
    },
    120_000,
  )
})
