import { describe, expect, it } from 'vitest'
import { passedOverText } from './passed-over.ts'
import { english } from './strings.ts'
import { noteOf, textOf } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import type { Happening } from './testing/scripted-session.ts'

const who: Happening = { minute: 1, type: 'answered', step: at('who'), choice: 'one' }
const ready: Happening = { minute: 2, type: 'answered', step: at('status'), choice: 'ready' }
const spooler: Happening = { minute: 3, type: 'done', step: at('spooler') }
const skipped: Happening = { minute: 4, type: 'skipped', step: at('test'), reason: 'user_declined' }
const resolved: Happening = { minute: 5, type: 'concluded', outcome: 'resolved', words: 'Kim says it prints' }
const lastLine = (...script: Happening[]) =>
  noteOf(printer, script)
    .sections.find(({ kind }) => kind === 'next')
    ?.lines.map(({ text }) => text)

describe('a step that was passed over', () => {
  it('reads as skipped, by its title, and never as an answer', () => {
    expect(passedOverText('Who cannot print?', { type: 'skipped', reason: 'no_time' }, english)).toBe(
      'Skipped: Who cannot print? (no time)',
    )
    expect(
      passedOverText('Who cannot print?', { type: 'not_relevant', reason: 'other', words: 'A Mac' }, english),
    ).toBe('Skipped: Who cannot print? (not relevant: A Mac)')
    expect(
      passedOverText('Ping', { type: 'skipped', reason: 'other', words: 'Nobody\nthere' }, english),
    ).toBe('Skipped: Ping (Nobody there)')
  })

  it('tells no outcome, and no next step where none is clear', () => {
    const text = textOf(printer, [who, ready, spooler, skipped])
    expect(text).toContain('15:04 Skipped: Print a test page (the user declined)')
    expect(text).not.toMatch(/Escalated|Resolved|Referred|Next step|Verified/)
  })

  it('makes what is called resolved after a skipped check unverified, unless a later check passed', () => {
    expect(lastLine(who, ready, spooler, skipped, resolved)).toEqual([
      'Resolved, not verified: Kim says it prints',
    ])
    expect(lastLine(who, ready, spooler, resolved)).toEqual(['Resolved: Kim says it prints'])
    const passed: Happening = { minute: 4, type: 'answered', step: at('test'), choice: 'yes' }
    expect(lastLine(who, ready, spooler, skipped, passed)).toEqual(['Resolved: Printing works again'])
    const handed: Happening = { ...resolved, outcome: 'refer' }
    expect(lastLine(who, ready, spooler, skipped, handed)?.[0]).toBe('Referred: Kim says it prints')
  })
})
