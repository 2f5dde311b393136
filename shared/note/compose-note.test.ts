import { describe, expect, it } from 'vitest'
import { composeNote } from './compose-note.ts'
import { at, printer } from './fixtures/printer-flow.ts'
import { member, members, minute, play } from './fixtures/scripted-session.ts'
import { renderPlain } from './render-plain.ts'

const reader = { from: 0, poster: member('mara'), members, timeZone: 'Europe/Berlin', locale: 'en-GB' }

describe('a note', () => {
  it('tells a fixed printer from the report to the minutes', () => {
    const session = play(printer, [
      { minute: 1, type: 'answered', step: at('who'), choice: 'all' },
      { minute: 2, type: 'answered', step: at('status'), choice: 'offline' },
      { minute: 4, type: 'captured', step: at('ping'), values: { address: '10.4.8.21' } },
      { minute: 5, type: 'done', step: at('cable'), by: 'jonas' },
      { minute: 6, type: 'answered', step: at('online'), choice: 'no' },
      { minute: 8, type: 'done', step: at('spooler') },
      { minute: 10, type: 'answered', step: at('test'), choice: 'yes' },
    ])
    const minutes = { start: minute(0), end: minute(10), minutes: 10 }
    const note = composeNote(session, printer, { ...reader, minutes })
    expect(renderPlain(note, { ...reader, audience: 'internal' })).toBe(`Reported
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
})
