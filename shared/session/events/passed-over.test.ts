import { describe, expect, it } from 'vitest'
import type { EventBody, StepAddress } from '../event.ts'
import { goOnFrom } from '../go-on.ts'
import { progressOf } from '../progress.ts'
import { printerClosure } from '../testing/printer-flow.ts'
import {
  at,
  check,
  checked,
  fast,
  off,
  on,
  ping,
  power,
  print,
  refusal,
  reset,
  run,
  slow,
  standings,
  stop,
  stopped,
  switchOn,
} from '../testing/run.ts'
import { eventId } from '../testing/script.ts'

const skip = (step: StepAddress, to?: StepAddress): EventBody => ({
  type: 'skipped',
  step,
  reason: 'no_access',
  ...(to && { to }),
})
const offered = (...bodies: EventBody[]) => goOnFrom(printerClosure, run(...bodies))?.ways.map(({ to }) => to)

describe('passing over a step', () => {
  it('moves on from an instruction, a destructive one too, and from an input without its values', () => {
    expect(at(run(off, skip(switchOn)))).toEqual(check)
    expect(at(run(on, slow, skip(reset)))).toEqual(check)
    const session = run(on, skip(ping))
    expect([at(session), session.values]).toEqual([stop, {}])
  })

  it('stays at a question whose answers lead apart, and offers where they lead', () => {
    const session = run(skip(power))
    expect([at(session), session.status, session.trail]).toEqual([power, 'active', [eventId(1)]])
    expect(offered(skip(power))).toEqual([ping, switchOn])
    expect(offered()).toBeUndefined()
    expect(progressOf(printerClosure, session).done).toBe(0)
  })

  it('goes on where the technician says, as one act', () => {
    const session = run(skip(power), skip(power, switchOn))
    expect([at(session), standings(session)]).toEqual([switchOn, ['superseded', 'stands']])
    expect(at(run(skip(power, ping)))).toEqual(ping)
  })

  it('refuses to go on at a step that no way leads to, an outcome too', () => {
    expect(refusal([], skip(power, check))).toBe('not_possible_now')
    expect(refusal([off, skip(switchOn)], skip(check, ['printer@2:hand-over']))).toBe('not_possible_now')
  })

  it('never ends the session: after a last check there is only to conclude or to answer', () => {
    const session = run(off, skip(switchOn), skip(check))
    expect([session.status, at(session)]).toEqual(['active', check])
    expect(offered(off, skip(switchOn), skip(check))).toEqual([])
    const words: EventBody = { type: 'concluded', outcome: 'resolved', words: 'Prints, says Kim' }
    const concluded = run(off, skip(switchOn), skip(check), words)
    expect([concluded.outcome?.kind, standings(concluded).at(2)]).toEqual(['resolved', 'stands'])
  })

  it('goes round a loop only by choice, and counts it', () => {
    const skipped: EventBody = { type: 'not_relevant', step: print, reason: 'already_known' }
    expect(at(run(on, fast, stopped, skipped))).toEqual(print)
    expect(offered(on, fast, stopped, skipped)).toEqual([stop])
    const round = run(on, fast, stopped, { ...skipped, to: stop })
    expect([at(round), Object.values(round.place?.retries ?? {})]).toEqual([stop, [1]])
  })

  it('gives way to an answer after all', () => {
    const session = run(skip(power), on)
    expect([at(session), standings(session), session.trail]).toEqual([
      ping,
      ['superseded', 'stands'],
      [eventId(2)],
    ])
  })

  it('is taken back by going back, and by a changed answer', () => {
    const back = run(skip(power), { type: 'went_back', supersedes: eventId(1) })
    expect([at(back), back.trail, goOnFrom(printerClosure, back)]).toEqual([power, [], null])
    const again = run(skip(power), skip(power, ping), { type: 'went_back', supersedes: eventId(2) })
    expect([at(again), goOnFrom(printerClosure, again)]).toEqual([power, null])
    const changed = run(skip(power), { type: 'changed_answer', supersedes: eventId(1), choice: 'off' })
    expect(at(changed)).toEqual(switchOn)
    const earlier = run(off, skip(switchOn), skip(check), {
      type: 'changed_answer',
      supersedes: eventId(1),
      choice: 'on',
    })
    expect([at(earlier), standings(earlier)]).toEqual([ping, ['superseded', 'undone', 'undone', 'stands']])
  })

  it('keeps its place through a park', () => {
    const parked = run(skip(power), { type: 'parked', reason: 'no_answer' })
    expect(goOnFrom(printerClosure, parked)).toBeNull()
    expect(offered(skip(power), { type: 'parked', reason: 'no_answer' }, { type: 'resumed' })).toEqual([
      ping,
      switchOn,
    ])
  })

  it('counts nothing as verified', () => {
    const session = run(off, skip(switchOn), skip(check), checked('no'))
    expect(session.outcome?.kind).toBe('escalate')
  })

  it('wants words only for another reason', () => {
    expect(refusal([], { type: 'skipped', step: power, reason: 'other', words: ' ' })).toBe('words_missing')
    expect(refusal([], { type: 'not_relevant', step: power, reason: 'other' })).toBe('words_missing')
    expect(refusal([], { type: 'skipped', step: power, reason: 'other', words: 'No time to ask' })).toBeNull()
  })
})
