import { describe, expect, it } from 'vitest'
import { english } from './strings.ts'
import { noteOf, offline, ping, ready, textOf, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, member, minute } from './testing/scripted-session.ts'

describe('a whole note', () => {
  it('tells a fixed printer from the report to the minutes', () => {
    const minutes = { start: minute(0), end: minute(10), minutes: 10 }
    const script: Happening[] = [
      { ...who, type: 'answered', step: at('who'), choice: 'all' },
      offline,
      ping,
      { minute: 5, type: 'done', step: at('cable'), by: 'jonas' },
      { minute: 6, type: 'answered', step: at('online'), choice: 'no' },
      { minute: 8, type: 'done', step: at('spooler') },
      { minute: 10, type: 'answered', step: at('test'), choice: 'yes' },
    ]
    expect(textOf(printer, script, { minutes })).toBe(`Reported
- Affected: Everyone

Checked and tried
- 15:02 Printer status: Offline
- 15:04 Printer address: 10.4.8.21
- 15:05 Reseated the network cable of PRN-RECEPTION (Jonas Beck)
- 15:06 Is it online now? no

Ruled out
- The user’s own settings
- Cable or power

Cause
- The print spooler hung (likely)

Done
- 15:08 Restarted the print spooler

Verified
- 15:10 Test page printed: yes

Status and next
- Resolved: Printing works again

Time
- 3 Mar 2026, 15:00 to 15:10, 10 min
`)
  })

  it('hands an escalated ticket over: tried, ruled out, open question, verify first', () => {
    const script: Happening[] = [
      who,
      offline,
      ping,
      { minute: 5, type: 'skipped', step: at('cable'), reason: 'no_access' },
      { minute: 6, type: 'answered', step: at('online'), choice: 'no' },
      { minute: 8, type: 'done', step: at('spooler') },
      { minute: 9, type: 'answered', step: at('test'), choice: 'again' },
      { minute: 12, type: 'done', step: at('spooler') },
      { minute: 13, type: 'answered', step: at('test'), choice: 'no' },
    ]
    expect(textOf(printer, script)).toBe(`Reported
- Affected: One user

Checked and tried
- 15:02 Printer status: Offline
- 15:04 Printer address: 10.4.8.21
- 15:05 Skipped: Reseat the network cable (no access)
- 15:06 Is it online now? no
- 15:08 Restarted the print spooler
- 15:09 Test page printed: no
- 15:12 Restarted the print spooler
- 15:13 Test page printed: No, nothing left to try

Ruled out
- Cable or power

Open question
- Why does 10.4.8.21 answer to ping and not print?

Verify first
- Whether the switch port of the printer changed
- Whether another print server reaches it

Status and next
- Escalated: Network team takes over
`)
  })

  it('of few events is one paragraph without headings', () => {
    const script: Happening[] = [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      { minute: 5, type: 'answered', step: at('test'), choice: 'yes' },
    ]
    expect(textOf(printer, script)).toBe(
      'Affected: One user. 15:02 Printer status: Ready. 15:04 Restarted the print spooler. ' +
        '15:05 Test page printed: yes. Ruled out: cable or power. ' +
        'Cause: The print spooler hung (likely). Resolved: Printing works again.\n',
    )
  })

  it('of few events lists what to verify first after the paragraph, and names what is ruled out in one sentence', () => {
    const script: Happening[] = [
      { ...who, type: 'answered', step: at('who'), choice: 'all' },
      ready,
      { minute: 3, type: 'skipped', step: at('spooler'), reason: 'no_access' },
      { minute: 4, type: 'answered', step: at('test'), choice: 'no' },
    ]
    expect(textOf(printer, script)).toBe(
      'Affected: Everyone. 15:02 Printer status: Ready. 15:03 Skipped: Restart the print spooler (no access). ' +
        '15:04 Test page printed: No, nothing left to try. Ruled out: the user’s own settings; cable or power. ' +
        'Escalated: Network team takes over. ' +
        'Open question: Why does [input.address missing] answer to ping and not print?\n\n' +
        'Verify first:\n- Whether the switch port of the printer changed\n- Whether another print server reaches it\n',
    )
  })

  it('is a paragraph at five events and has headings at six', () => {
    const acts = [1, 2, 3, 4, 5, 6].map(
      (n): Happening => ({ minute: n, type: 'acted', text: `Step number ${n}` }),
    )
    expect(noteOf(null, acts.slice(0, 5)).short).toBe(true)
    expect(noteOf(null, acts).short).toBe(false)
  })

  it('works without a flow, in the technician’s words', () => {
    const script: Happening[] = [
      { minute: 1, type: 'acted', text: 'Cleared the print queue\nand restarted the PC' },
      { minute: 3, type: 'evidence', title: 'Event log', text: 'Error 0x00000709', source: 'pasted' },
      { minute: 4, type: 'concluded', outcome: 'resolved', words: 'Prints again' },
    ]
    expect(textOf(null, script)).toBe(
      '15:01 Cleared the print queue and restarted the PC. 15:03 Event log. ' +
        'Cause: not known. Resolved: Prints again.\n\n' +
        'Event log:\n    Error 0x00000709\n',
    )
  })

  it('draws times in the poster’s zone and the catalogue’s words', () => {
    const minutes = { start: minute(0), end: minute(700), minutes: 95 }
    const script: Happening[] = [who, { minute: 650, type: 'acted', text: 'Called back' }]
    const text = textOf(printer, script, {
      minutes,
      timeZone: 'America/New_York',
      strings: { ...english, time: '{hour}h{minute}', day: '{month} {day}, {year}' },
    })
    expect(text).toContain('19h50 Called back')
    expect(text).toContain('Mar 3, 2026, 09h00 to 20h40, 95 min')
    expect(textOf(printer, script, { minutes })).toContain('3 Mar 2026, 15:00 to 4 Mar 2026, 02:40, 95 min')
  })
})

describe('what was pasted at a step', () => {
  const pasted = (title: string): Happening => ({
    ...{ minute: 1, type: 'evidence', step: at('who'), title, text: 'DESK-7', source: 'pasted' },
  })

  it('is told apart from the step whose name it took', () => {
    const text = textOf(printer, [pasted('Affected'), who])
    expect(text).toContain('Pasted result: Affected.')
    expect(text).toContain('\n\nPasted result: Affected:\n    DESK-7')
    expect(text).toContain('Affected: One user.')
    expect(textOf(printer, [pasted('Device list'), who])).toContain('15:01 Device list.')
  })
})

describe('a thin session', () => {
  it('says that nothing, or only one step, was recorded', () => {
    expect(textOf(printer, [])).toBe('No completed step was recorded.\n')
    expect(textOf(printer, [who])).toMatch(/^Only one step was recorded\.\n\nAffected: One user\./)
    expect(noteOf(printer, [who, ready]).thin).toBeNull()
  })

  it('does not count what was skipped, and names the technician’s own lines as theirs', () => {
    const skip: Happening = { minute: 1, type: 'skipped', step: at('who'), reason: 'user_declined' }
    expect(textOf(printer, [skip])).toContain('No completed step was recorded.')
    const added: Happening = { minute: 2, type: 'line_added', section: 'done', text: 'Talked to the owner' }
    expect(noteOf(printer, [added]).thin).toMatch(/technician’s own words/)
  })
})

describe('a note since the last post', () => {
  const script: Happening[] = [
    who,
    offline,
    { minute: 2, type: 'posted', post: eventId(99), upTo: 2 },
    { minute: 3, type: 'changed_answer', supersedes: eventId(2), choice: 'ready' },
    { minute: 4, type: 'not_relevant', step: at('spooler'), reason: 'other', words: 'No spooler on a Mac' },
  ]

  it('covers what followed and marks a correction of what was posted', () => {
    expect(textOf(printer, script, { from: 3 })).toBe(
      'Only one step was recorded.\n\n15:03 Printer status: Ready (corrected). ' +
        '15:04 Skipped: Restart the print spooler (not relevant: No spooler on a Mac). ' +
        'Ruled out: cable or power. Next step: Print a test page.\n',
    )
  })

  it('covers everything as a note of the whole session', () => {
    expect(textOf(printer, script)).toContain('Affected: One user')
  })

  it('does not tell an outcome twice', () => {
    const done: Happening[] = [{ minute: 1, type: 'concluded', outcome: 'refer', words: 'Vendor portal' }]
    expect(textOf(printer, done)).toContain('Referred: Vendor portal')
    expect(textOf(printer, done, { from: 1 })).not.toContain('Referred')
  })
})

describe('two members', () => {
  it('gives each act of another member their name, and the poster’s minutes alone', () => {
    const script: Happening[] = [who, { ...ready, by: 'jonas' }]
    const minutes = { start: minute(0), end: minute(2), minutes: 2 }
    const mine = noteOf(printer, script, { minutes })
    expect(mine.sections.at(-1)?.lines[0]?.events).toEqual([eventId(1)])
    const theirs = textOf(printer, script, { poster: member('jonas'), members: {}, minutes })
    expect(theirs).toContain('Affected: One user (another technician).')
    expect(theirs).toContain('Time: 3 Mar 2026, 15:00 to 15:02, 2 min.')
  })

  it('has no line of time for a poster without an event', () => {
    const minutes = { start: minute(0), end: minute(2), minutes: 2 }
    const note = noteOf(printer, [who], { poster: member('jonas'), minutes })
    expect(note.sections.map(({ kind }) => kind)).not.toContain('time')
  })
})
