import { describe, expect, it } from 'vitest'
import type { EventBody } from '../event.ts'
import { at, effectsOf, on, ping, power, refusal, run } from '../testing/run.ts'

const paused: EventBody = { type: 'paused' }
const resumed: EventBody = { type: 'resumed' }
const parked: EventBody = { type: 'parked', reason: 'waiting_part', words: 'toner' }
const over: EventBody = { type: 'concluded', outcome: 'refer', words: 'not ours' }

describe('pausing', () => {
  it('rests at the step until the work goes on', () => {
    expect(run(on, paused).status).toBe('paused')
    expect(run(on, paused, resumed).status).toBe('active')
    expect(at(run(on, paused, resumed))).toEqual(ping)
  })

  it('ends by itself when somebody acts on the step', () => {
    expect(run(paused, on).status).toBe('active')
    expect(effectsOf([paused], on)).toEqual([{ type: 'resumed' }, { type: 'entered', step: ping }])
  })

  it('changes nothing where the session rests or runs already', () => {
    expect(run(paused, paused).status).toBe('paused')
    expect(run(parked, paused).status).toBe('parked')
    expect(run(resumed).status).toBe('active')
  })
})

describe('parking', () => {
  it('keeps the step, says what for, and waits to be resumed', () => {
    const session = run(on, parked)
    expect(session.status).toBe('parked')
    expect(session.parked).toMatchObject({ reason: 'waiting_part', words: 'toner' })
    expect(at(session)).toEqual(ping)
    expect(refusal([parked], on)).toBe('not_possible_now')
  })

  it('begins the next visit when resumed', () => {
    const session = run(on, parked, resumed, parked, resumed)
    expect(session.visit).toBe(3)
    expect(session.acts.map(({ visit }) => visit)).toEqual([1, 1, 2, 2, 3])
    expect(session.parked).toBeNull()
  })

  it('replaces an earlier reason, and is possible from a pause', () => {
    expect(run(paused, parked, { type: 'parked', reason: 'no_answer' }).parked?.reason).toBe('no_answer')
  })

  it('does not keep a session from being concluded', () => {
    expect(run(parked, over)).toMatchObject({ status: 'ended', parked: null })
  })
})

describe('an ended session', () => {
  it.each([
    paused,
    resumed,
    parked,
    over,
    { type: 'answered', step: power, choice: 'on' } satisfies EventBody,
  ])('refuses $type', (body) => {
    expect(refusal([over], body)).toBe('session_ended')
  })
})
