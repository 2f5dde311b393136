import { describe, expect, it } from 'vitest'
import type { EventBody } from '../event.ts'
import {
  at,
  check,
  checked,
  effectsOf,
  fast,
  off,
  on,
  ping,
  power,
  refusal,
  run,
  slow,
  standings,
  switchOn,
} from '../testing/run.ts'
import { eventId } from '../testing/script.ts'

const back = (n: number): EventBody => ({ type: 'went_back', supersedes: eventId(n) })
const change = (n: number, choice: string): EventBody => ({
  type: 'changed_answer',
  supersedes: eventId(n),
  choice,
})
const switched: EventBody = { type: 'done', step: switchOn }

describe('going back', () => {
  it('returns to before an event and keeps everything that happened', () => {
    const session = run(on, slow, { type: 'acted', text: 'looked' }, back(1))
    expect(at(session)).toEqual(power)
    expect(standings(session)).toEqual(['superseded', 'undone', 'stands', 'stands'])
    expect(session.acts[1]?.by).toBe(eventId(4))
  })

  it('keeps inputs that were only passed on the way back', () => {
    expect(run(on, slow, back(1)).values).toEqual({ ping: { value: '900', event: eventId(2) } })
  })

  it('withdraws the inputs of the event it names; an earlier value counts again', () => {
    expect(run(on, slow, back(2)).values).toEqual({})
    const session = run(on, slow, back(1), on, fast, back(5))
    expect(at(session)).toEqual(ping)
    expect(session.values).toEqual({ ping: { value: '900', event: eventId(2) } })
  })

  it('names only events that led here and still stand', () => {
    expect(refusal([on, slow, back(1)], back(2))).toBe('already_superseded')
    expect(refusal([on, { type: 'acted', text: 'looked' }], back(2))).toBe('not_possible_now')
    expect(refusal([on, back(1)], back(2))).toBe('not_possible_now')
    expect(refusal([on], back(7))).toBe('unknown_event')
  })

  it('opens an ended session again', () => {
    const end = [off, switched, checked('no')]
    expect(run(...end).status).toBe('ended')
    const session = run(...end, back(3))
    expect([session.status, session.outcome, at(session)]).toEqual(['active', null, check])
    expect(effectsOf(end, back(3))).toEqual([{ type: 'reopened' }, { type: 'entered', step: check }])
  })

  it('opens a session that was concluded in words, at the step where that happened', () => {
    const session = run(on, { type: 'concluded', outcome: 'refer', words: 'not ours' }, back(2))
    expect([session.status, at(session)]).toEqual(['active', ping])
  })

  it('waits until a parked session is resumed', () => {
    expect(refusal([on, { type: 'parked', reason: 'no_answer' }], back(1))).toBe('not_possible_now')
  })
})

describe('changing an answer', () => {
  it('answers the question anew from where it was asked', () => {
    const session = run(on, slow, change(1, 'off'))
    expect(at(session)).toEqual(switchOn)
    expect(standings(session)).toEqual(['superseded', 'undone', 'stands'])
    expect(session.trail).toEqual([eventId(3)])
  })

  it('can be changed again, gone back from, and answers what was skipped', () => {
    expect(at(run(on, change(1, 'off'), change(2, 'on')))).toEqual(ping)
    expect(at(run(on, change(1, 'off'), back(2)))).toEqual(power)
    expect(at(run({ type: 'skipped', step: power, reason: 'no_time' }, change(1, 'on')))).toEqual(ping)
  })

  it('leaves everything as it was where the choice is unknown or nothing was asked', () => {
    expect(refusal([on], change(1, 'maybe'))).toBe('unknown_choice')
    expect(refusal([on, slow], change(2, 'on'))).toBe('not_possible_now')
  })

  it('reopens an ended session, and can end it otherwise', () => {
    const session = run(off, switched, checked('no'), change(3, 'yes'))
    expect(session.outcome).toEqual({ kind: 'resolved', step: ['printer@2:fixed'], event: eventId(4) })
  })
})
