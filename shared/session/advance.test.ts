import { describe, expect, it } from 'vitest'
import { advance } from './advance.ts'
import { startSession } from './start-session.ts'
import { printerClosure } from './testing/printer-flow.ts'
import {
  at,
  check,
  checked,
  fast,
  off,
  on,
  ping,
  power,
  printed,
  refusal,
  run,
  slow,
  stop,
  stopped,
} from './testing/run.ts'
import { eventId, eventOf, headerOf } from './testing/script.ts'

describe('advance', () => {
  it('begins at the start step', () => {
    expect(at(startSession(headerOf(), printerClosure))).toEqual(power)
  })

  it('takes decisions by what was captured, and enters subflows', () => {
    expect(at(run(on, fast))).toEqual(stop)
    expect(at(run(on, slow))).toEqual(['printer@2:reset'])
  })

  it('comes back from a subflow by its outcome and ends at an outcome step', () => {
    expect(at(run(on, fast, stopped, printed('yes')))).toEqual(check)
    const end = run(on, fast, stopped, printed('yes'), checked('yes'))
    expect(end.status).toBe('ended')
    expect(end.outcome).toEqual({ kind: 'resolved', step: ['printer@2:fixed'], event: eventId(5) })
  })

  it('ends the session by an outcome that the caller of a subflow has no edge for', () => {
    const end = run(on, fast, stopped, printed('no'), stopped, printed('no'), stopped, printed('no'))
    expect(at(end)).toEqual(['printer@2:spool', 'spooler@1:give-up'])
    expect(end.outcome?.kind).toBe('escalate')
  })

  it('follows a limited edge as often as it says, and then leads elsewhere', () => {
    const once = [on, fast, stopped, printed('no')]
    expect(at(run(...once))).toEqual(stop)
    expect(at(run(...once, stopped, printed('no')))).toEqual(stop)
    expect(run(...once, stopped, printed('no'), stopped, printed('no')).status).toBe('ended')
  })

  it('takes back the count of a limited edge that was gone back from', () => {
    const session = run(on, fast, stopped, printed('no'), { type: 'went_back', supersedes: eventId(4) })
    expect(session.place?.retries).toEqual({})
  })

  it('changes nothing for an event that is already in', () => {
    const session = run(on)
    expect(advance(printerClosure, session, eventOf(1, off), 2)).toEqual({ ok: true, session, effects: [] })
  })

  it('says what follows from an event', () => {
    const next = advance(
      printerClosure,
      run(on, fast, stopped, printed('yes')),
      eventOf(5, checked('yes')),
      5,
    )
    expect(next.ok && next.effects).toEqual([
      { type: 'entered', step: ['printer@2:fixed'] },
      { type: 'ended', outcome: 'resolved' },
    ])
  })

  it('refuses what does not fit the step, and says why', () => {
    expect(refusal([], { type: 'done', step: check })).toBe('not_this_step')
    expect(refusal([], { type: 'done', step: ['printer@2:nowhere'] })).toBe('unknown_step')
    expect(refusal([], { type: 'answered', step: power, choice: 'maybe' })).toBe('unknown_choice')
    expect(refusal([on], { type: 'captured', step: ping, values: { ping: ' ' } })).toBe('values_missing')
    expect(refusal([], { type: 'went_back', supersedes: eventId(50) })).toBe('unknown_event')
    expect(refusal([], { type: 'skipped', step: power, reason: 'other' })).toBe('words_missing')
  })
})
