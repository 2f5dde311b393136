import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomClosure } from '../flow/testing/random-flow.ts'
import { chance, seededRandom } from '../testing/seeded-random.ts'
import { testRuns } from '../testing/test-runs.ts'
import { headerOf } from './testing/script.ts'
import { simulateClients } from './testing/simulate-clients.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 })

function simulated(seed: number, clients: number) {
  const random = seededRandom(seed)
  const closure = chance(random, 0.1) ? null : randomClosure(random)
  return simulateClients(random, headerOf(closure?.root ?? null), closure, clients, 60)
}

describe.each([1, 2, 3])('%i clients with loss, retry, reordering and offline spells', (clients) => {
  it('come to the same session as the server', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first, ...others] = simulated(seed, clients).sessions
        for (const other of others) expect(other).toEqual(first)
      }),
      { numRuns: testRuns() },
    )
  })

  it('get every event into the log exactly once, in a dense sequence', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { log, created } = simulated(seed, clients)
        expect(log.map(({ event }) => event.id).sort()).toEqual(created.sort())
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
      }),
      { numRuns: testRuns() },
    )
  })

  it('lose no act that was acknowledged', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { sessions, acknowledged } = simulated(seed, clients)
        for (const session of sessions) {
          const acts = new Set(session.acts.map(({ event }) => event.id))
          expect(acknowledged.filter((id) => !acts.has(id))).toEqual([])
        }
      }),
      { numRuns: testRuns() },
    )
  })

  it('are told beforehand which of their events the server will store as late', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { log, foretold } = simulated(seed, clients)
        expect(log.map(({ event, late }) => [event.id, late ?? null])).toEqual(
          log.map(({ event }) => [event.id, foretold.get(event.id)]),
        )
      }),
      { numRuns: testRuns() },
    )
  })
})
