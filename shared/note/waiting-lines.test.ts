import { describe, expect, it } from 'vitest'
import { noteOf, ready, textOf, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, minute } from './testing/scripted-session.ts'

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
          text: 'Waiting for the client since 3 Mar, 15:02, to resume 5 Mar, 00:20',
          events: [eventId(2)],
          audience: 'everyone',
        },
        { text: 'About the wait: user is in surgery', events: [eventId(2)], audience: 'internal' },
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
    expect(text).toContain('No answer on 3 Mar, 15:02, resumed 4 Mar, 16:00')
    expect(text).not.toContain('since')
  })
})

describe('a wait that ended within the minute', () => {
  const park: Happening = { minute: 2, type: 'parked', reason: 'waiting_client' }
  it('is not told, but what was written about it is', () => {
    expect(textOf(printer, [who, park, { minute: 2, type: 'resumed' }])).not.toContain('Waited')
    expect(textOf(printer, [who, park, { minute: 3, type: 'resumed' }])).toContain(
      'Waited for the client from 3 Mar, 15:02 to 15:03.',
    )
    const about = { ...park, words: 'at lunch' }
    expect(textOf(printer, [who, about, { minute: 2, type: 'resumed' }])).toContain(
      'About the wait: at lunch',
    )
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
      'Waited for a part from 3 Mar, 15:02 to 16:00. About the wait: fuser.',
    )
    expect(textOf(printer, script, { from: 3 })).not.toContain('Waited')
  })
})
