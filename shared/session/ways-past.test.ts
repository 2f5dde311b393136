import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FlowClosure } from '../flow/flow.ts'
import { randomClosure } from '../flow/testing/random-flow.ts'
import { pick, seededRandom, whole } from '../testing/seeded-random.ts'
import { testRuns } from '../testing/test-runs.ts'
import { advance } from './advance.ts'
import { currentStepOf } from './available.ts'
import type { EventBody } from './event.ts'
import { canPassOver, goOnFrom } from './go-on.ts'
import type { Session } from './session.ts'
import { randomLog } from './testing/random-log.ts'
import { eventOf } from './testing/script.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const runs = { numRuns: testRuns() }

describe('passing over', () => {
  const advanced = (closure: FlowClosure, session: Session, body: EventBody): Session => {
    const next = advance(closure, session, eventOf(session.seq + 1, body), session.seq + 1)
    if (!next.ok) throw new Error(`${body.type} was refused: ${next.reason}`)
    return next.session
  }

  it('whatever comes, wherever it is chosen to go on, reaches no outcome, and ending in words stays possible', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const closure = randomClosure(random)
        let { session } = randomLog(random, closure, whole(random, 20))
        if (session.status === 'parked') session = advanced(closure, session, { type: 'resumed' })
        if (session.status === 'ended') return
        for (let n = 0; n < 30; n++) {
          const here = currentStepOf(closure, session)
          if (!here) throw new Error('An open session shows no step.')
          expect(canPassOver(closure, session)).toBe(true)
          const ways = goOnFrom(closure, session)?.ways ?? []
          const to = ways.length > 0 ? pick(random, ways).to : undefined
          const before = session.place
          session = advanced(closure, session, {
            type: 'skipped',
            step: here.address,
            reason: 'no_time',
            ...(to && { to }),
          })
          expect(session.status).toBe('active')
          if (to) expect(currentStepOf(closure, session)?.address).toEqual(to)
          const stays = goOnFrom(closure, session) !== null
          expect(session.place === before).toBe(stays)
        }
        expect(advanced(closure, session, { type: 'concluded', outcome: 'refer', words: 'x' }).status).toBe(
          'ended',
        )
      }),
      runs,
    )
  })
})
