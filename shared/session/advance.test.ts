import { describe, expect, it } from 'vitest'
import { advance } from './advance.ts'
import type { EventBody } from './event.ts'
import { fold } from './fold.ts'
import { addressOf } from './place.ts'
import type { Session } from './session.ts'
import { startSession } from './start-session.ts'
import { printerClosure } from './testing/printer-flow.ts'
import { eventId, eventOf, headerOf, logOf } from './testing/script.ts'

const power = ['printer@2:power']
const ping = ['printer@2:ping']
const check = ['printer@2:check']
const stop = ['printer@2:spool', 'spooler@1:stop']
const print = ['printer@2:spool', 'spooler@1:print']

const run = (...bodies: EventBody[]) => fold(headerOf(), printerClosure, logOf(...bodies))
const at = (session: Session) => session.place && addressOf(session.place)
const on: EventBody = { type: 'answered', step: power, choice: 'on' }
const off: EventBody = { type: 'answered', step: power, choice: 'off' }
const fast: EventBody = { type: 'captured', step: ping, values: { ping: '3 ms' } }
const slow: EventBody = { type: 'captured', step: ping, values: { ping: '900' } }
const standings = (session: Session) => session.acts.map(({ standing }) => standing)

/** The rejection of one more event on top of a log, or null where it applies. */
function refusal(before: EventBody[], body: EventBody) {
  const session = run(...before)
  const next = advance(printerClosure, session, eventOf(99, body), session.seq + 1)
  return next.ok ? null : next.reason
}

describe('advance', () => {
  it('begins at the start step', () => {
    expect(at(startSession(headerOf(), printerClosure))).toEqual(power)
  })

  it('takes decisions by what was captured, and enters subflows', () => {
    expect(at(run(on, fast))).toEqual(stop)
    expect(at(run(on, slow))).toEqual(['printer@2:reset'])
  })

  it('comes back from a subflow by its outcome and ends at an outcome step', () => {
    const back = run(on, fast, { type: 'done', step: stop }, { type: 'answered', step: print, choice: 'yes' })
    expect(at(back)).toEqual(check)
    const end = run(...back.acts.map(({ event }) => event), { type: 'answered', step: check, choice: 'yes' })
    expect(end.status).toBe('ended')
    expect(end.outcome).toEqual({ kind: 'resolved', step: ['printer@2:fixed'], event: eventId(5) })
  })

  it('refuses what does not fit the step, and says why', () => {
    expect(refusal([], { type: 'done', step: check })).toBe('not_this_step')
    expect(refusal([], { type: 'done', step: ['printer@2:nowhere'] })).toBe('unknown_step')
    expect(refusal([], { type: 'answered', step: power, choice: 'maybe' })).toBe('unknown_choice')
    expect(refusal([on], { type: 'captured', step: ping, values: { ping: ' ' } })).toBe('values_missing')
    expect(refusal([], { type: 'went_back', supersedes: eventId(50) })).toBe('unknown_event')
    expect(refusal([], { type: 'skipped', step: power, reason: 'other' })).toBe('words_missing')
  })

  it('wants the target of a destructive instruction typed', () => {
    const step = ['printer@2:reset']
    expect(refusal([on, slow], { type: 'done', step })).toBe('target_mismatch')
    expect(refusal([on, slow], { type: 'done', step, typedTarget: 'prn-02' })).toBe('target_mismatch')
    expect(refusal([on, slow], { type: 'done', step, typedTarget: ' prn-01 ' })).toBeNull()
  })

  it('goes back to before an event, keeping everything that happened', () => {
    const session = run(on, slow, { type: 'went_back', supersedes: eventId(1) }, off)
    expect(at(session)).toEqual(['printer@2:switch-on'])
    expect(standings(session)).toEqual(['superseded', 'undone', 'stands', 'stands'])
    expect(session.values).toEqual({ ping: { value: '900', event: eventId(2) } })
    expect(
      refusal([on, slow, { type: 'went_back', supersedes: eventId(1) }], {
        type: 'went_back',
        supersedes: eventId(2),
      }),
    ).toBe('already_superseded')
  })

  it('gives back the earlier value when a capture is superseded', () => {
    const session = run(on, slow, { type: 'went_back', supersedes: eventId(1) }, on, fast, {
      type: 'went_back',
      supersedes: eventId(5),
    })
    expect(at(session)).toEqual(ping)
    expect(session.values).toEqual({ ping: { value: '900', event: eventId(2) } })
  })
})
