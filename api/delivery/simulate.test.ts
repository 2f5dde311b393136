import { describe, expect, it } from 'vitest'
import type { DeliveryClaim, DeliveryStore } from '#api/ports/delivery-store.ts'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import type { PlannedPost, Schedule } from './testing/planned-schedule.ts'
import { type Simulation, simulate } from './testing/simulate.ts'
import type { Fate } from './testing/simulated-process.ts'

const second = 1_000
const minute = 60 * second
const seeds = testRuns(1_000)
/** Runs one schedule alone and tells what happened in it. */
const onlySeed = process.env.TEST_SEED === undefined ? null : Number(process.env.TEST_SEED)

/** Seeds whose run breaks a promise, with all that is needed to see it again. */
async function broken(run: Omit<Simulation, 'seed'>, most: number, stopAtFirst = false): Promise<string[]> {
  const found: string[] = []
  for (let seed = 1; seed <= most && !(stopAtFirst && found.length > 0); seed += 1) {
    const { wrong } = await simulate({ seed, ...run })
    if (wrong.length > 0) found.push(`TEST_SEED=${seed}: ${wrong.join('; ')}`)
  }
  return found
}

const calm = (drawn: Schedule): Schedule => ({
  ...drawn,
  faults: { ...drawn.faults, rate: 0 },
  habits: { ...drawn.habits, ascribesToKeys: false, clockAheadMs: 0 },
  posts: drawn.posts.map((post) => ({ ...post, echoedAfterMs: null })),
  dies: 0,
  standsStill: 0,
  isCutOff: 0,
})
const within =
  (quarantineMs: number) =>
  (post: PlannedPost): PlannedPost => ({
    ...post,
    text: { ...post.text, quarantineMs },
    status: post.status === null ? null : { ...post.status, quarantineMs },
  })
const withoutStatus = (post: PlannedPost): PlannedPost => ({ ...post, status: null })
const isInternal = ({ text }: PlannedPost) => text.delivery.marker !== null

describe('delivering under faults', () => {
  it.skipIf(onlySeed !== null)(
    'makes of every accepted post one object on its ticket, or says that it needs somebody',
    async () => {
      expect(await broken({}, seeds)).toEqual([])
    },
    1_200_000,
  )

  it.runIf(onlySeed !== null)('does so in the schedule asked for', async () => {
    const { wrong, trace } = await simulate({ seed: onlySeed ?? 0 })
    expect(wrong, trace.join('\n')).toEqual([])
  })

  it('runs the same twice from one seed', async () => {
    for (const seed of [7, 8, 9]) expect(await simulate({ seed })).toEqual(await simulate({ seed }))
  })

  it('seldom needs anybody where ConnectWise loses answers and processes die', async () => {
    const ends: Record<string, number> = {}
    for (let seed = 1; seed <= 100; seed += 1) {
      const run = await simulate({
        seed,
        plan: (drawn) => ({
          ...calm(drawn),
          posts: calm(drawn).posts.filter(isInternal),
          faults: {
            ...drawn.faults,
            rate: 0.2,
            kinds: drawn.faults.kinds.filter((kind) => kind !== 'refused'),
          },
          dies: 0.01,
        }),
      })
      for (const [state, count] of Object.entries(run.ends)) ends[state] = (ends[state] ?? 0) + count
    }
    expect(ends.posted).toBeGreaterThan(150)
    expect(ends.failed ?? 0).toBe(0)
    expect((ends.needs_you ?? 0) / (ends.posted ?? 1)).toBeLessThan(0.05)
  })

  it('needs nobody where all is well, and sets every status', async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { wrong, ends } = await simulate({ seed, plan: calm })
      expect({ seed, wrong, others: { ...ends, posted: 0, undone: 0 } }).toEqual({
        seed,
        wrong: [],
        others: { posted: 0, undone: 0 },
      })
    }
  })
})

describe('a process that ends', () => {
  const one = (drawn: Schedule): Schedule => ({ ...calm(drawn), processes: 1 })

  it.each(['dies', 'is cut off', { standsStillMs: 2 * minute }] satisfies Fate[])(
    'or loses its database, or stands still (%j) leaves each post once, at whichever moment',
    async (met) => {
      for (const seed of [1, 2, 5]) {
        let moments = 0
        const counting = () => {
          moments += 1
          return null
        }
        await simulate({ seed, plan: one, fate: counting })
        const all = Math.min(moments, 150)
        for (let chosen = 1; chosen <= all; chosen += 1) {
          let left = chosen
          const fate = () => {
            left -= 1
            return left === 0 ? met : null
          }
          const { wrong } = await simulate({ seed, plan: one, fate })
          expect({ seed, chosen, wrong }).toEqual({ seed, chosen, wrong: [] })
        }
      }
    },
    120_000,
  )
})

describe('a write that commits later than the quarantine allows for', () => {
  const late = (drawn: Schedule): Schedule => ({
    ...calm(drawn),
    quarantineMs: 15 * second,
    posts: calm(drawn)
      .posts.map(within(15 * second))
      .map(withoutStatus),
    faults: { rate: 0.5, kinds: ['late commit'], latestCommitMs: 30 * minute },
  })

  it('may stand there twice: that cannot be helped, and is said', async () => {
    let doubled = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const run = await simulate({
        seed,
        plan: (drawn) => ({ ...late(drawn), posts: late(drawn).posts.filter(isInternal) }),
      })
      expect({ seed, said: run.doubled.said }).toEqual({ seed, said: run.doubled.there })
      doubled += run.doubled.there
    }
    expect(doubled).toBeGreaterThan(0)
  })

  it('never stands there twice where the client can see it', async () => {
    const visible = (drawn: Schedule) => ({
      ...late(drawn),
      posts: late(drawn).posts.filter((post) => !isInternal(post)),
    })
    expect(await broken({ plan: visible }, 60)).toEqual([])
  })
})

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
      expect(await broken(run, 1_000, true)).not.toEqual([])
    },
    120_000,
  )
})
