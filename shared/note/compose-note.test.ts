import { describe, expect, it } from 'vitest'
import type { FlowClosure } from '../flow/flow.ts'
import { type ComposeOptions, composeNote } from './compose-note.ts'
import { renderPlain } from './render-plain.ts'
import { at, checklist, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, member, members, minute, play } from './testing/scripted-session.ts'

const reader: ComposeOptions = {
  from: 0,
  poster: member('mara'),
  members,
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  minutes: null,
}

function noteOf(closure: FlowClosure | null, script: Happening[], options: Partial<ComposeOptions> = {}) {
  return composeNote(play(closure, script), closure, { ...reader, ...options })
}

function textOf(closure: FlowClosure | null, script: Happening[], options: Partial<ComposeOptions> = {}) {
  return renderPlain(noteOf(closure, script, options), { ...reader, ...options, audience: 'internal' })
}

const who: Happening = { minute: 1, type: 'answered', step: at('who'), choice: 'one' }
const offline: Happening = { minute: 2, type: 'answered', step: at('status'), choice: 'offline' }
const ready: Happening = { minute: 2, type: 'answered', step: at('status'), choice: 'ready' }
const ping: Happening = { minute: 4, type: 'captured', step: at('ping'), values: { address: '10.4.8.21' } }

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
- 15:05 Reseat the network cable: skipped, no access
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
      'Affected: One user. 15:02 Printer status: Ready. Ruled out: Cable or power. ' +
        'Cause: The print spooler hung (likely). 15:04 Restarted the print spooler. ' +
        '15:05 Test page printed: yes. Resolved: Printing works again.\n',
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
      '15:03 Event log. 15:01 Cleared the print queue and restarted the PC. Resolved: Prints again.\n\n' +
        '    Error 0x00000709\n',
    )
  })

  it('draws times in the poster’s zone and language', () => {
    const minutes = { start: minute(0), end: minute(700), minutes: 95 }
    const script: Happening[] = [who, { minute: 650, type: 'acted', text: 'Called back' }]
    const text = textOf(printer, script, { minutes, timeZone: 'America/New_York', locale: 'en-US' })
    expect(text).toContain('07:50 PM Called back')
    expect(text).toContain('Mar 3, 2026, 09:00 AM to 08:40 PM, 95 min')
    expect(textOf(printer, script, { minutes })).toContain('3 Mar 2026, 15:00 to 4 Mar 2026, 02:40, 95 min')
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
    expect(text).toContain('15:06 Restart the print spooler: skipped, done before')
  })

  it('does not rule out what was gone back past', () => {
    const script: Happening[] = [who, ready, { minute: 3, type: 'went_back', supersedes: eventId(1) }]
    expect(textOf(printer, script)).toContain('15:02 Printer status: Ready.')
    expect(textOf(printer, script)).not.toContain('Ruled out')
  })

  it('withdraws what an answer ruled out together with the answer', () => {
    const note = noteOf(printer, [
      who,
      ready,
      { minute: 3, type: 'changed_answer', supersedes: eventId(2), choice: 'offline' },
    ])
    expect(note.sections.map(({ kind }) => kind)).not.toContain('ruled_out')
  })
})

describe('done or tried', () => {
  it('calls an instruction done only once a resolved session proves it', () => {
    const script: Happening[] = [who, ready, { minute: 4, type: 'done', step: at('spooler') }]
    const sections = (more: Happening[]) =>
      noteOf(printer, [...script, ...more]).sections.map(({ kind, lines }) => [
        kind,
        lines.map((l) => l.text),
      ])
    expect(sections([])).toContainEqual(['tried', ['Printer status: Ready', 'Restarted the print spooler']])
    const passed: Happening = { minute: 5, type: 'answered', step: at('test'), choice: 'yes' }
    expect(sections([passed])).toContainEqual(['done', ['Restarted the print spooler']])
  })

  it('leaves the attempt before a failed check among what was tried', () => {
    const note = noteOf(printer, [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      { minute: 5, type: 'answered', step: at('test'), choice: 'again' },
      { minute: 6, type: 'acted', text: 'Replaced the driver' },
      { minute: 7, type: 'done', step: at('spooler') },
      { minute: 8, type: 'answered', step: at('test'), choice: 'yes' },
    ])
    const textsIn = (kind: string) =>
      note.sections.find((section) => section.kind === kind)?.lines.map(({ text }) => text)
    expect(textsIn('tried')).toEqual([
      'Printer status: Ready',
      'Restarted the print spooler',
      'Test page printed: no',
    ])
    expect(textsIn('done')).toEqual(['Replaced the driver', 'Restarted the print spooler'])
    expect(textsIn('verified')).toEqual(['Test page printed: yes'])
  })

  it('calls every instruction of a checklist done, whatever comes after', () => {
    const note = noteOf(checklist, [who, ready, { minute: 4, type: 'done', step: at('spooler') }])
    expect(note.sections.find(({ kind }) => kind === 'done')?.lines.map(({ text }) => text)).toEqual([
      'Restarted the print spooler',
    ])
  })

  it('takes what the user says as reported only until the technician acts', () => {
    const acted: Happening = { minute: 0, type: 'acted', text: 'Looked at the printer' }
    expect(noteOf(printer, [who, acted]).sections[0]?.kind).toBe('reported')
    expect(noteOf(printer, [acted, who]).sections[0]?.kind).toBe('tried')
  })

  it('puts evidence beside the check it belongs to', () => {
    const note = noteOf(printer, [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      {
        minute: 5,
        type: 'evidence',
        step: at('test'),
        title: '',
        text: '\n\u001b[32mRunning\u001b[0m\n',
        source: 'pasted',
      },
      { minute: 6, type: 'answered', step: at('test'), choice: 'yes' },
    ])
    expect(note.sections.find(({ kind }) => kind === 'verified')?.lines).toMatchObject([
      { text: 'Pasted result', output: 'Running', audience: 'internal' },
      { text: 'Test page printed: yes' },
    ])
  })
})

describe('late acts', () => {
  const script: Happening[] = [
    who,
    { ...ready, by: 'jonas' },
    { minute: 3, type: 'answered', step: at('status'), choice: 'offline' },
    { minute: 4, type: 'done', step: at('spooler') },
  ]

  it('stand under also done', () => {
    const text = textOf(printer, script)
    expect(text).toContain('Also done: 15:03 Printer status: Offline.')
    expect(text).toContain('15:02 Printer status: Ready (Jonas Beck).')
  })

  it('do not draw evidence of their step along', () => {
    const pasted: Happening = {
      minute: 1,
      type: 'evidence',
      step: at('cable'),
      title: 'ipconfig',
      text: 'x',
      source: 'pasted',
    }
    const note = noteOf(printer, [pasted, { minute: 2, type: 'done', step: at('cable') }])
    expect(note.sections.map(({ kind }) => kind)).toEqual(['tried', 'also_done'])
  })

  it('vanish once struck and come back when kept', () => {
    const strike: Happening = { minute: 5, type: 'late_judged', event: eventId(3), keep: false }
    expect(textOf(printer, [...script, strike])).not.toContain('Also done')
    expect(textOf(printer, [...script, strike, { ...strike, keep: true }])).toContain('Also done')
  })
})

describe('waiting', () => {
  it('shows what the session waits for, since when and until when', () => {
    const parked: Happening = {
      minute: 2,
      type: 'parked',
      reason: 'waiting_client',
      until: minute(2000),
      words: 'user is in surgery',
    }
    expect(noteOf(printer, [who, parked]).sections.at(-1)).toMatchObject({
      kind: 'next',
      lines: [
        {
          text: 'Waiting for the client since 3 Mar, 15:02, to resume 5 Mar, 00:20 (user is in surgery)',
          events: [eventId(2)],
        },
        { text: 'Next step: What does Windows show for PRN-RECEPTION?' },
      ],
    })
  })

  it('shows a wait that is over among what was tried, and dates every line once days differ', () => {
    const text = textOf(printer, [
      who,
      { minute: 2, type: 'parked', reason: 'no_answer' },
      { minute: 1500, type: 'resumed' },
      { ...ready, minute: 1501 },
      { minute: 1502, type: 'done', step: at('spooler') },
      { minute: 1503, type: 'answered', step: at('test'), choice: 'yes' },
    ])
    expect(text).toContain('No answer at 3 Mar, 15:02, resumed 4 Mar, 16:00')
    expect(text).not.toContain('since')
  })
})

describe('a wait that began before the last post', () => {
  it('is told by the note after it ended', () => {
    const script: Happening[] = [
      who,
      { minute: 2, type: 'parked', reason: 'waiting_part', words: 'fuser' },
      { minute: 60, type: 'resumed' },
    ]
    expect(textOf(printer, script, { from: 2 })).toContain(
      'Waited for a part from 3 Mar, 15:02 to 3 Mar, 16:00 (fuser).',
    )
    expect(textOf(printer, script, { from: 3 })).not.toContain('Waited')
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
        '15:04 Restart the print spooler: not relevant (No spooler on a Mac). ' +
        'Ruled out: Cable or power. Next step: Print a test page.\n',
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

describe('texts of the flow', () => {
  it('say that nothing was entered where an input stayed blank', () => {
    const blank: Happening = { ...ping, type: 'captured', step: at('ping'), values: { address: ' ' } }
    expect(textOf(printer, [who, offline, blank])).toContain('15:04 Ping the printer: nothing entered.')
  })

  it('show a missing variable as missing', () => {
    const bare = play(printer, [who, offline, ping, { minute: 5, type: 'done', step: at('cable') }])
    const session = { ...bare, header: { ...bare.header, facts: {} } }
    expect(renderPlain(composeNote(session, printer, reader), { ...reader, audience: 'internal' })).toContain(
      'Reseated the network cable of [configuration.name missing]',
    )
  })

  it('name a step by its id where the flow does not hold it', () => {
    const gone: Happening = { minute: 1, type: 'done', step: ['printer-offline@2:drain-queue'] }
    expect(textOf(printer, [gone])).toContain('Also done: 15:01 drain-queue: done.')
  })

  it('never name the product', () => {
    const text = textOf(printer, [who, ready, { minute: 4, type: 'done', step: at('spooler') }])
    expect(text).not.toMatch(/resolution\s*flow|\bflow\b/i)
  })
})
