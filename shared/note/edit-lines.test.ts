import { describe, expect, it } from 'vitest'
import { changedLines, eventsOf, removalNeedsReason } from './changed-lines.ts'
import { composeNote } from './compose-note.ts'
import type { NoteDocument, NoteLine } from './document.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, member, members, minute, play } from './testing/scripted-session.ts'

const reader = {
  from: 0,
  poster: member('mara'),
  members,
  timeZone: 'UTC',
  minutes: { start: minute(0), end: minute(5), minutes: 5 },
}
const script: Happening[] = [
  { minute: 1, type: 'answered', step: at('who'), choice: 'one' },
  { minute: 2, type: 'answered', step: at('status'), choice: 'ready' },
  { minute: 3, type: 'done', step: at('spooler') },
]
const noteOf = (...more: Happening[]) => composeNote(play(printer, [...script, ...more]), printer, reader)
const lineOf = (note: NoteDocument, key: string): NoteLine | undefined =>
  note.sections.flatMap(({ lines }) => lines).find((line) => line.key === key)
const key = `act:${eventId(2)}`

describe('edits of a note', () => {
  it('show the technician’s words in place of ours, with the edit among the events', () => {
    const line = lineOf(
      noteOf({ minute: 4, type: 'line_edited', line: key, text: 'Queue shows\nReady' }),
      key,
    )
    expect(line).toMatchObject({ text: 'Queue shows Ready', words: 'technician' })
    expect(line && eventsOf(line)).toEqual([eventId(2), eventId(4)])
    expect(line?.outdated).toBeUndefined()
  })

  it('are flagged once what they were made from changes', () => {
    const note = noteOf(
      { minute: 4, type: 'line_edited', line: key, text: 'Queue shows Ready' },
      { minute: 5, type: 'changed_answer', supersedes: eventId(2), choice: 'offline' },
    )
    expect(lineOf(note, key)).toMatchObject({ text: 'Queue shows Ready', outdated: true })
  })

  it('stay with a line that moves to another section', () => {
    const moved = `act:${eventId(3)}`
    const note = noteOf(
      { minute: 4, type: 'line_edited', line: moved, text: 'Restarted the spooler twice' },
      { minute: 5, type: 'answered', step: at('test'), choice: 'yes' },
    )
    const done = note.sections.find(({ kind }) => kind === 'done')
    expect(done?.lines).toMatchObject([{ text: 'Restarted the spooler twice' }])
    expect(done?.lines[0]?.outdated).toBeUndefined()
  })

  it('add lines where they were put, and to done where the section is unknown', () => {
    const note = noteOf(
      { minute: 4, type: 'line_added', section: 'next', text: 'Call back on Friday' },
      { minute: 4, type: 'line_added', section: 'elsewhere', text: 'Cleaned the rollers' },
    )
    const own = note.sections.flatMap(({ kind, lines }) =>
      lines.filter(({ words }) => words === 'technician').map(({ text }) => [kind, text]),
    )
    expect(own).toEqual([
      ['done', 'Cleaned the rollers'],
      ['next', 'Call back on Friday'],
    ])
  })

  it('let removed lines vanish and restored ones return', () => {
    const removed: Happening = { minute: 4, type: 'line_removed', line: key }
    expect(lineOf(noteOf(removed), key)).toBeUndefined()
    expect(lineOf(noteOf(removed, { minute: 5, type: 'line_restored', line: key }), key)).toBeDefined()
  })

  it('leave lines that an earlier post carried out of the next one', () => {
    const session = play(printer, [
      ...script,
      { minute: 4, type: 'line_added', section: 'done', text: 'Told the owner' },
    ])
    expect(JSON.stringify(composeNote(session, printer, { ...reader, from: 3 }))).toContain('Told the owner')
    expect(JSON.stringify(composeNote(session, printer, { ...reader, from: 4 }))).not.toContain(
      'Told the owner',
    )
  })
})

describe('removing a line', () => {
  it('asks why for a failed attempt and for the outcome, and for nothing else', () => {
    const note = noteOf(
      { minute: 4, type: 'answered', step: at('test'), choice: 'again' },
      { minute: 5, type: 'done', step: at('spooler') },
      { minute: 6, type: 'answered', step: at('test'), choice: 'yes' },
    )
    const asks = note.sections.flatMap(({ lines }) =>
      lines.filter(removalNeedsReason).map(({ text }) => text),
    )
    expect(asks).toEqual([
      'Restarted the print spooler',
      'Test page printed: no',
      'The print spooler hung (likely)',
      'Test page printed: yes',
      'Resolved: Printing works again',
    ])
  })

  it('is refused by the session’s rules without a reason exactly where a check failed or the session ended', () => {
    const ended: Happening[] = [{ minute: 6, type: 'answered', step: at('test'), choice: 'yes' }]
    const remove: Happening = { minute: 7, type: 'line_removed', line: `outcome:${eventId(4)}` }
    expect(lineOf(noteOf(...ended, remove), `outcome:${eventId(4)}`)).toBeDefined()
    const because: Happening = { ...remove, type: 'line_removed', reason: 'Told by phone' }
    expect(lineOf(noteOf(...ended, because), `outcome:${eventId(4)}`)).toBeUndefined()
  })
})

describe('what changed between two compositions', () => {
  it('is named by line: added, changed, moved, removed', () => {
    const before = noteOf()
    const after = noteOf(
      { minute: 4, type: 'answered', step: at('test'), choice: 'yes' },
      { minute: 5, type: 'line_edited', line: key, text: 'Queue ready' },
    )
    expect(changedLines(before, after)).toEqual([
      { key, change: 'changed' },
      { key: `cause:${eventId(4)}`, change: 'added' },
      { key: `act:${eventId(3)}`, change: 'moved' },
      { key: `act:${eventId(4)}`, change: 'added' },
      { key: `outcome:${eventId(4)}`, change: 'added' },
      { key: 'place:0', change: 'removed' },
    ])
    expect(changedLines(after, after)).toEqual([])
  })
})
