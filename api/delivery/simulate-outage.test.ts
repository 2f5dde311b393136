import { beforeAll, describe, expect, it } from 'vitest'
import type { StoredJob } from './store-in-memory.ts'
import { outageRetryAfter, simulateOutage } from './testing/simulate-outage.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const posts = 5_000

describe('an outage of eight hours with 5,000 texts waiting', () => {
  let end: Awaited<ReturnType<typeof simulateOutage>>
  beforeAll(async () => {
    end = await simulateOutage(posts, 5)
  }, 600_000)

  const serverOf = ({ team }: StoredJob) => end.teams.find(({ name }) => name === team)?.server

  it('leaves every text on its ticket once, and nobody is needed', () => {
    expect(end.errors).toEqual([])
    const ends = new Set(end.jobs.map(({ delivery }) => delivery.state))
    expect(ends).toEqual(new Set(['posted']))
    expect(end.teams.map(({ server }) => server.texts.length)).toEqual([1_000, 1_000, 1_000, 1_000, 1_000])
    const places = end.jobs.map(
      ({ team, delivery: { psaId }, post }) => `${team} ${post.request.kind} ${psaId}`,
    )
    expect(new Set(places).size).toBe(posts)
    for (const job of end.jobs) {
      const { kind } = job.post.request
      const own = serverOf(job)?.texts.find((one) => one.kind === kind && one.id === job.delivery.psaId)
      expect(own).toMatchObject({ ticket: job.post.ticket.id, text: job.post.text })
    }
  })

  it('keeps the order of each ticket', () => {
    const last = new Map<string, number>()
    for (const job of end.jobs.toSorted((a, b) => a.post.acceptedAt - b.post.acceptedAt)) {
      const { kind } = job.post.request
      const place =
        serverOf(job)?.texts.findIndex((one) => one.kind === kind && one.id === job.delivery.psaId) ?? -1
      const ticket = `${job.team} ${job.post.ticket.id}`
      expect(place).toBeGreaterThan(last.get(ticket) ?? -1)
      last.set(ticket, place)
    }
  })

  it('has drained within two hours of the end', () => {
    expect(end.lastedMs).toBeLessThan(10 * hour)
  })

  it('never crowds a ConnectWise: three steps of a team in each process, four calls at most', () => {
    for (const { mostAtOnce } of end.teams) expect(mostAtOnce).toBeLessThanOrEqual(2 * 4)
  })

  it('leaves a ConnectWise alone for as long as it asks', () => {
    for (const { calls, asked } of end.teams) {
      expect(asked.length).toBeGreaterThan(0)
      // What the two processes had begun before they were asked ends within seconds.
      const first = asked[0] ?? 0
      const early = calls.filter((at) => at > first + 30 * second && at < first + outageRetryAfter * second)
      expect(early).toEqual([])
      // Five hours of a quarter of an hour each, three steps of both processes at a time.
      expect(asked.length).toBeLessThanOrEqual(21 * 2 * 4)
    }
  })
})
