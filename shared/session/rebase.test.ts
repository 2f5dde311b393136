import { describe, expect, it } from 'vitest'
import { appendEvents } from './append.ts'
import { rebase } from './rebase.ts'
import { startSession } from './start-session.ts'
import { printerClosure } from './testing/printer-flow.ts'
import { at, fast, off, on, ping, run, stop, switchOn } from './testing/run.ts'
import { eventOf, headerOf, logOf } from './testing/script.ts'

describe('rebase', () => {
  it('puts unsent events on top of the server’s log', () => {
    const { session, unsent, late } = rebase(headerOf(), printerClosure, logOf(on), [eventOf(7, fast)])
    expect(at(session)).toEqual(stop)
    expect([unsent.length, late.length]).toEqual([1, 0])
  })

  it('tells which events came too late, and still sends them', () => {
    const unsent = [eventOf(7, on), eventOf(8, fast)]
    const rebased = rebase(headerOf(), printerClosure, logOf(off), unsent)
    expect(at(rebased.session)).toEqual(switchOn)
    expect(rebased.unsent).toEqual(unsent)
    expect(rebased.late.map(({ reason }) => reason)).toEqual(['not_this_step', 'not_this_step'])
  })

  it('forgets what the server has', () => {
    expect(rebase(headerOf(), printerClosure, logOf(on), [eventOf(1, on)]).unsent).toEqual([])
  })
})

describe('appendEvents', () => {
  it('stores each event once, in a dense sequence, late ones marked', () => {
    const events = [eventOf(1, on), eventOf(1, on), eventOf(2, off), eventOf(3, fast)]
    const { entries, session } = appendEvents(
      startSession(headerOf(), printerClosure),
      printerClosure,
      events,
      0,
    )
    expect(entries.map(({ seq, late }) => [seq, late])).toEqual([
      [1, undefined],
      [2, 'not_this_step'],
      [3, undefined],
    ])
    expect(at(session)).toEqual(stop)
  })

  it('leaves the session it was given as it was', () => {
    const session = run(on)
    appendEvents(session, printerClosure, [eventOf(2, fast)], 1)
    expect([session.seq, at(session)]).toEqual([1, ping])
  })
})
