import { describe, expect, it } from 'vitest'
import { noteOf, offline, ping, ready, textOf, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, minute } from './testing/scripted-session.ts'

describe('what was corrected', () => {
  it('shows a changed answer alone, with the ids of both events', () => {
    const note = noteOf(printer, [
      who,
      offline,
      { minute: 3, type: 'changed_answer', supersedes: eventId(2), choice: 'ready' },
    ])
    const lines = note.sections.flatMap((section) => section.lines)
    expect(lines.map(({ text }) => text)).not.toContain('Printer status: Offline')
    expect(lines.find(({ text }) => text === 'Printer status: Ready')?.events).toEqual([
      eventId(2),
      eventId(3),
    ])
  })

  it('shows an answer given anew after going back alone, and keeps its line’s key', () => {
    const before = noteOf(printer, [who, offline])
    const after = noteOf(printer, [
      who,
      offline,
      { minute: 3, type: 'went_back', supersedes: eventId(2) },
      { ...ready, minute: 5 },
    ])
    const line = after.sections
      .flatMap(({ lines }) => lines)
      .find(({ text }) => text === 'Printer status: Ready')
    expect(line?.events).toEqual([eventId(2), eventId(4), eventId(3)])
    expect(line?.key).toBe(before.sections.flatMap(({ lines }) => lines)[1]?.key)
    expect(JSON.stringify(after)).not.toContain('Offline')
  })

  it('hides an answer that was gone back to and not given anew', () => {
    const note = noteOf(printer, [who, offline, { minute: 3, type: 'went_back', supersedes: eventId(2) }])
    expect(JSON.stringify(note)).not.toContain('Offline')
  })

  it('keeps what was done and later gone back past among what was tried', () => {
    const note = noteOf(printer, [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      { minute: 5, type: 'went_back', supersedes: eventId(2) },
      { ...offline, minute: 6 },
      { ...ping, minute: 7 },
    ])
    const tried = note.sections.find(({ kind }) => kind === 'tried')?.lines ?? []
    expect(tried.map(({ text }) => text)).toEqual([
      'Restarted the print spooler',
      'Printer status: Offline',
      'Printer address: 10.4.8.21',
    ])
    expect(tried[0]?.guard).toBe('failed_attempt')
  })

  it('tells an instruction that is marked done again after going back to it once', () => {
    const note = noteOf(printer, [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      { minute: 5, type: 'went_back', supersedes: eventId(3) },
      { minute: 6, type: 'done', step: at('spooler') },
    ])
    const done = note.sections
      .flatMap(({ lines }) => lines)
      .filter(({ text }) => text.startsWith('Restarted'))
    expect(done.map(({ events, at: when }) => [events, when])).toEqual([
      [[eventId(3), eventId(5), eventId(4)], minute(4)],
    ])
  })

  it('takes back an undone answer with the repeat that was taken back', () => {
    const script: Happening[] = [
      who,
      offline,
      { minute: 3, type: 'went_back', supersedes: eventId(1) },
      { ...who, minute: 4 },
    ]
    const again: Happening[] = [
      { ...offline, minute: 5 },
      { minute: 6, type: 'went_back', supersedes: eventId(5) },
    ]
    expect(textOf(printer, script)).toContain('15:02 Printer status: Offline')
    expect(textOf(printer, [...script, ...again])).not.toContain('Offline')
  })

  it('keeps a done instruction that was gone back to and then skipped: it happened', () => {
    const script: Happening[] = [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      { minute: 5, type: 'went_back', supersedes: eventId(3) },
    ]
    const skip: Happening = { minute: 6, type: 'skipped', step: at('spooler'), reason: 'done_before' }
    expect(textOf(printer, script)).toContain('15:04 Restarted the print spooler.')
    const text = textOf(printer, [...script, skip])
    expect(text).toContain('15:04 Restarted the print spooler')
    expect(text).toContain('15:06 Skipped: Restart the print spooler (done before)')
  })
})
