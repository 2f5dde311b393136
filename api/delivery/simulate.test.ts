import { describe, expect, it } from 'vitest'
import { onlySeed, testRuns } from '#shared/testing/test-runs.ts'
import { brokenSeeds, within } from './testing/broken-seeds.ts'
import type { PlannedPost, Schedule } from './testing/planned-schedule.ts'
import { simulate } from './testing/simulate.ts'
import type { Fate } from './testing/simulated-process.ts'

const second = 1_000
const minute = 60 * second
const seeds = testRuns(1_000)
const tidied = testRuns(200)

const calm = (drawn: Schedule): Schedule => ({
  ...drawn,
  faults: { ...drawn.faults, rate: 0 },
  habits: { ...drawn.habits, ascribesToKeys: false, clockAheadMs: 0 },
  posts: drawn.posts.map((post) => ({ ...post, echoedAfterMs: null })),
  dies: 0,
  standsStill: 0,
  isCutOff: 0,
})
const withoutStatus = (post: PlannedPost): PlannedPost => ({ ...post, status: null })
const isInternal = ({ text }: PlannedPost) => text.delivery.marker !== null

describe('delivering under faults', () => {
  const asked = onlySeed
  if (asked === null)
    it('makes of every accepted post one object on its ticket, or says that it needs somebody', async () => {
      expect(await brokenSeeds({}, seeds)).toEqual([])
    }, 1_200_000)
  else
    it(`makes of every accepted post one object on its ticket, or says that it needs somebody: seed ${asked}`, async () => {
      const { wrong, trace } = await simulate({ seed: asked })
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

  it('stands there once again as soon as somebody has it tidied, or needs them', async () => {
    let removed = 0
    for (let seed = 1; seed <= tidied; seed += 1) {
      const run = await simulate({
        seed,
        tidies: true,
        plan: (drawn) => ({
          ...late(drawn),
          posts: late(drawn).posts.filter(isInternal),
          faults: { ...late(drawn).faults, rate: 0.3 },
          processes: drawn.processes,
          dies: drawn.dies,
          standsStill: drawn.standsStill,
        }),
      })
      const { there, said, open } = run.doubled
      // What needs somebody may stand there twice, and late ones stand where they may.
      const wrong = run.wrong.filter((one) => !/ there, |out of order/.test(one))
      expect({ seed, wrong, open, said }, run.trace.join('\n')).toEqual({
        seed,
        wrong: [],
        open: 0,
        said: there,
      })
      removed += run.trace.filter((line) => line.includes('ConnectWise takes DELETE')).length
    }
    expect(removed).toBeGreaterThan(tidied / 10)
  })

  it('never stands there twice where the client can see it', async () => {
    const visible = (drawn: Schedule) => ({
      ...late(drawn),
      posts: late(drawn).posts.filter((post) => !isInternal(post)),
    })
    expect(await brokenSeeds({ plan: visible }, 60)).toEqual([])
  })
})
