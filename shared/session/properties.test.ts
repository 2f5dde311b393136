import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFlow } from '../flow/check-flow.ts'
import type { FlowClosure, Step } from '../flow/flow.ts'
import { closureOf, randomClosure, randomDrafts } from '../flow/testing/random-flow.ts'
import { spoilFlow } from '../flow/testing/spoil-flow.ts'
import { chance, pick, type Random, seededRandom, whole } from '../testing/seeded-random.ts'
import { testRuns } from '../testing/test-runs.ts'
import { advance } from './advance.ts'
import { applyEntry } from './apply.ts'
import { currentStepOf } from './available.ts'
import { fold, foldOn } from './fold.ts'
import { canGoBack, goOnFrom } from './go-on.ts'
import { addressOf, stepAt, stepOf } from './place.ts'
import { progressOf } from './progress.ts'
import type { Session } from './session.ts'
import { randomBody, randomMove, stubbornMove } from './testing/random-event.ts'
import { opened, randomLog } from './testing/random-log.ts'
import { eventOf, headerOf } from './testing/script.ts'
import { beginWork } from './work.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const runs = { numRuns: testRuns() }

describe('any events on any flow', () => {
  it('never throw and never lead to an unknown step', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 60 }), (seed, length) => {
        const random = seededRandom(seed)
        const closure = chance(random, 0.1) ? null : randomClosure(random)
        const { session } = randomLog(random, closure, length)
        expect(session.place === null).toBe(closure === null)
        if (session.place) expect(stepAt(closure, session.place)).toBeDefined()
        expect(session.status === 'ended').toBe(session.outcome !== null)
        expect(session.status === 'parked').toBe(session.parked !== null)
        expect(progressOf(closure, session).left).not.toBeNaN()
      }),
      runs,
    )
  })

  it('are all in the acts, each once and in order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const { session, log } = randomLog(random, randomClosure(random), 40)
        expect(session.acts.map(({ event }) => event)).toEqual(log.map(({ event }) => event))
        expect(
          session.trail.every((id) =>
            session.acts.some((act) => act.event.id === id && act.standing === 'stands'),
          ),
        ).toBe(true)
      }),
      runs,
    )
  })

  it('fold to the state they were advanced to, whole or in pieces, however often they are repeated', () => {
    fc.assert(
      fc.property(seeds, fc.nat(40), (seed, cut) => {
        const random = seededRandom(seed)
        const closure = randomClosure(random)
        const { session, log } = randomLog(random, closure, 40)
        expect(fold(headerOf(closure.root), closure, log)).toEqual(session)
        const half = foldOn(opened(closure), closure, log.slice(0, cut))
        expect(foldOn(half, closure, log)).toEqual(session)
        expect(foldOn(session, closure, log)).toEqual(session)
      }),
      runs,
    )
  })

  it('leave the session they were applied to as it was', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const closure = randomClosure(random)
        const { session } = randomLog(random, closure, 20)
        const before = JSON.stringify(session)
        for (let n = 0; n < 10; n++) {
          advance(closure, session, eventOf(90, randomBody(random, closure, session, [])), 21)
        }
        expect(JSON.stringify(session)).toBe(before)
      }),
      runs,
    )
  })

  it('change nothing when they are refused', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const closure = randomClosure(random)
        const { session } = randomLog(random, closure, 20)
        const event = eventOf(90, randomBody(random, closure, session, []))
        if (advance(closure, session, event, 21).ok) return
        const work = beginWork(closure, session)
        applyEntry(work, { seq: 21, event })
        const { acts, known, seq, ...rest } = work.session
        const { acts: actsBefore, known: _known, seq: _seq, ...restBefore } = session
        expect(rest).toEqual(restBefore)
        expect(acts.slice(0, -1)).toEqual(actsBefore)
        expect([seq, known[event.id]]).toEqual([21, 21])
      }),
      runs,
    )
  })
})

describe('a flow changed at random', () => {
  const changed = (random: Random) => {
    let drafts = randomDrafts(random)
    const times = 1 + whole(random, 3)
    for (let n = 0; n < times; n++) drafts = drafts.map((draft) => spoilFlow(random, draft))
    const findings = drafts.flatMap((draft) => checkFlow(draft, drafts))
    return { closure: closureOf(drafts), sound: findings.every(({ severity }) => severity === 'warning') }
  }

  it('never makes a session throw or get lost, sound or not', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const { closure } = changed(random)
        const { session } = randomLog(random, closure, 20)
        if (session.place) expect(stepAt(closure, session.place)).toBeDefined()
        expect(() => progressOf(closure, session)).not.toThrow()
      }),
      runs,
    )
  })

  it('lets the technician finish, verified, whenever the check finds no error', () => {
    let sound = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const change = changed(random)
        if (!change.sound || !change.closure) return
        sound++
        const session = walked(random, change.closure, 5_000, pick(random, [randomMove, stubbornMove]))
        expect(session.status).toBe('ended')
        if (session.outcome?.kind === 'resolved') expect(hasPassedVerify(change.closure, session)).toBe(true)
      }),
      runs,
    )
    expect(sound).toBeGreaterThan(0)
  })
})

describe('a flow without findings', () => {
  it('comes out of the generator', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drafts = randomDrafts(seededRandom(seed))
        const errors = drafts
          .flatMap((draft) => checkFlow(draft, drafts))
          .filter(({ severity }) => severity === 'error')
        expect(errors).toEqual([])
      }),
      runs,
    )
  })

  it('always lets the technician finish, and resolves nothing that was not verified', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const closure = randomClosure(random)
        const session = walked(random, closure, 5_000)
        expect(session.status).toBe('ended')
        if (session.outcome?.kind === 'resolved') expect(hasPassedVerify(closure, session)).toBe(true)
      }),
      runs,
    )
  })

  it('lets every step be undone, back to the beginning', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const closure = randomClosure(random)
        let session = walked(random, closure, 30)
        const start = opened(closure)
        const reached = session.acts.length
        for (let back = canGoBack(session); back; back = canGoBack(session)) {
          const seq = session.seq + 1
          const next = advance(
            closure,
            session,
            eventOf(seq, { type: 'went_back', supersedes: back.id }),
            seq,
          )
          if (!next.ok) throw new Error(next.reason)
          session = next.session
        }
        expect(session.place).toEqual(start.place)
        expect(session.values).toEqual({})
        expect(session.acts.slice(0, reached).every(({ standing }) => standing === 'superseded')).toBe(true)
      }),
      runs,
    )
  })

  it('counts down the clicks that are left, one for each step without a branch', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed)
        const closure = randomClosure(random)
        let session = opened(closure)
        for (let seq = 1; seq < 60; seq++) {
          const here = currentStepOf(closure, session)
          const body = randomMove(random, closure, session)
          if (!here || !body) return
          const next = advance(closure, session, eventOf(seq, body), seq)
          if (!next.ok) throw new Error(next.reason)
          const [before, after] = [progressOf(closure, session), progressOf(closure, next.session)]
          if (goOnFrom(closure, next.session)) {
            expect(after).toEqual(before)
            session = next.session
            continue
          }
          expect(after.done).toBe(before.done + 1)
          const target = onlyWay(here.step)
          const { address } = here
          const expected = [...address.slice(0, -1), address.at(-1)?.replace(/:.*/, `:${target}`)]
          const straight =
            target !== undefined && next.session.place && `${addressOf(next.session.place)}` === `${expected}`
          if (straight && before.left !== null) expect(after.left).toBe(before.left - 1)
          session = next.session
        }
      }),
      runs,
    )
  })
})

function walked(random: Random, closure: FlowClosure, most: number, move = randomMove): Session {
  let session = opened(closure)
  for (let seq = 1; seq <= most; seq++) {
    const body = move(random, closure, session)
    if (!body) break
    const next = advance(closure, session, eventOf(seq, body), seq)
    if (!next.ok) throw new Error(`${body.type} was refused: ${next.reason}`)
    session = next.session
  }
  return session
}

/** The target of a step that leads one way only, without a limit. */
function onlyWay(step: Step): string | undefined {
  const single = step.kind === 'instruction' || step.kind === 'input'
  return single && !step.next.retry ? step.next.to : undefined
}

function hasPassedVerify(closure: FlowClosure, session: Session): boolean {
  return session.acts.some(({ event, standing }) => {
    if (standing !== 'stands' || event.type !== 'answered') return false
    const step = stepOf(closure, event.step)
    return step?.kind === 'verify' && step.choices.some(({ id, passed }) => id === event.choice && passed)
  })
}

describe('addresses', () => {
  it('name the step they come from', () => {
    const closure = randomClosure(seededRandom(1))
    const { place } = opened(closure)
    if (!place) throw new Error('no place')
    expect(stepOf(closure, addressOf(place))).toBe(stepAt(closure, place))
  })
})
