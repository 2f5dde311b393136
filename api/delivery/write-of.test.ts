import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryPsa } from '#api/adapters/memory/memory-psa.ts'
import { smallPsaWorld } from '#api/adapters/memory/memory-psa-world.ts'
import type { NewTimeEntry } from '#api/ports/psa.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import { plannedJob } from './testing/planned-job.ts'
import { writeOf } from './write-of.ts'

type Time = NonNullable<AcceptPost['time']>

const begin = Date.UTC(2026, 10, 24, 9)
const second = (n: number) => new Date(begin + n * 1_000).toISOString()
const none = { workType: null, workRole: null, agreement: null, billable: null }

/** Start, end and break of the entry that is written for a post with this time. */
async function entryFor(time: Time) {
  const written: NewTimeEntry[] = []
  const psa = memoryPsa(smallPsaWorld(), { now: () => begin })
  const recording: typeof psa = {
    ...psa,
    addTimeEntry(entry) {
      written.push(entry)
      return psa.addTimeEntry(entry)
    },
  }
  await writeOf(recording, plannedJob({ request: { kind: 'time', time } }), begin + 60_000)
  const [entry] = written
  if (!entry) throw new Error('Nothing was written.')
  const { start, end, breakMinutes } = entry
  return { start, end, breakMinutes, passed: (Date.parse(end) - Date.parse(start)) / 60_000 }
}

describe('the hours of a time entry', () => {
  it('are those worked, to the second: the rest of start to end is a break', async () => {
    const worked = [
      { from: second(0), to: second(200) },
      { from: second(1_000), to: second(1_050) },
    ]
    const entry = await entryFor({ ...none, start: second(0), end: second(1_050), minutes: 4, worked })
    expect(entry).toMatchObject({ start: second(0), end: second(1_050) })
    expect(entry.passed - entry.breakMinutes).toBeCloseTo(250 / 60, 6)
  })

  it('are as the team rounds them, the end moved where that is more than passed', async () => {
    const worked = [
      { from: second(0), to: second(540) },
      { from: second(1_800), to: second(1_860) },
    ]
    const time = { ...none, start: second(0), end: second(1_860), minutes: 15, worked }
    const inside = await entryFor(time)
    expect(inside.passed - inside.breakMinutes).toBeCloseTo(15, 6)
    const beyond = await entryFor({ ...time, end: second(540), worked: worked.slice(0, 1) })
    expect(beyond).toMatchObject({ end: second(900), breakMinutes: 0 })
  })

  it('are never negative and never more than passed', async () => {
    const cuts = fc.uniqueArray(fc.nat(7_200), { minLength: 2, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(cuts, async (seconds) => {
        const sorted = seconds.toSorted((a, b) => a - b)
        const worked = sorted.flatMap((from, n) => {
          const to = sorted[n + 1]
          return n % 2 === 0 && to !== undefined ? [{ from: second(from), to: second(to) }] : []
        })
        const sum = worked.reduce((all, { from, to }) => all + Date.parse(to) - Date.parse(from), 0) / 60_000
        const [start, end] = [worked[0]?.from ?? '', worked.at(-1)?.to ?? '']
        const entry = await entryFor({ ...none, start, end, minutes: Math.floor(sum), worked })
        expect(entry.breakMinutes).toBeGreaterThanOrEqual(0)
        expect(entry.passed - entry.breakMinutes).toBeCloseTo(sum, 6)
      }),
      { numRuns: testRuns(50) },
    )
  })
})
