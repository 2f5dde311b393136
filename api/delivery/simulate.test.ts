import { describe, expect, it } from 'vitest'
import type { DeliveryStore } from '#api/ports/delivery-store.ts'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import { type Simulation, simulate } from './testing/simulate.ts'

const seeds = testRuns()
const minute = 60_000

/** Seeds whose run shows a text lost, doubled or misplaced, or a delivery stuck. */
async function broken(run: Omit<Simulation, 'seed'>, most: number, stopAtFirst = false): Promise<string[]> {
  const found: string[] = []
  for (let seed = 1; seed <= most && !(stopAtFirst && found.length > 0); seed += 1) {
    const { lost, doubled, misplaced, stuck } = await simulate({ seed, ...run })
    if (lost.length + doubled.length + misplaced.length + stuck.length > 0)
      found.push(`seed ${seed}: ${JSON.stringify({ lost, doubled, misplaced, stuck })}`)
  }
  return found
}

describe('delivering under faults', () => {
  it('puts every accepted text into its ticket exactly once, or says that it needs somebody', async () => {
    expect(await broken({}, seeds)).toEqual([])
  }, 600_000)

  it('seldom needs anybody', async () => {
    let needed = 0
    for (let seed = 1; seed <= 50; seed += 1) needed += (await simulate({ seed })).needsYou
    expect(needed).toBeLessThan(50)
  })

  it('runs the same twice from one seed', async () => {
    expect(await simulate({ seed: 7 })).toEqual(await simulate({ seed: 7 }))
  })
})

const searchNothing = (psa: Psa): Psa => ({ ...psa, texts: async () => [] })

/** Defects of which each must be noticed: a simulation that misses one is blind to it. */
const defects: [string, Omit<Simulation, 'seed'>][] = [
  ['a quarantine shorter than the latest commit', { quarantineMs: 5_000 }],
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
      faults: { rate: 0.9 },
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
      expect(await broken(run, 1_000, true)).not.toEqual([])
    },
    120_000,
  )

  it('holds as long as the quarantine outlasts the latest commit and the search’s lag', async () => {
    const faults = { latestCommit: 4 * minute, longestLag: 30_000 }
    expect(await broken({ faults, quarantineMs: 5 * minute }, 40)).toEqual([])
  }, 120_000)
})
