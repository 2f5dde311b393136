import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { arrangeNote } from './arrange-note.ts'
import { dated } from './block.ts'
import { composeNote } from './compose-note.ts'
import type { NoteDocument } from './document.ts'
import { renderConnectWise } from './render-connectwise.ts'
import { renderMarkdown } from './render-markdown.ts'
import { at, printer } from './testing/printer-flow.ts'
import { playThrows, throws } from './testing/random-session.ts'
import { readMarkdown } from './testing/read-markdown.ts'
import { eventId, type Happening, member, members, minute, play } from './testing/scripted-session.ts'

const reader = {
  from: 0,
  poster: member('mara'),
  members,
  timeZone: 'Europe/Berlin',
  minutes: { start: minute(0), end: minute(37), minutes: 37 },
}
const internal = { ...reader, audience: 'internal' } as const
const MARKER = 'Ref 0123A-BCDEF-GHJKM'

const script: Happening[] = [
  { minute: 1, type: 'answered', step: at('who'), choice: 'one' },
  { minute: 2, type: 'answered', step: at('status'), choice: 'ready' },
  { minute: 3, type: 'acted', text: '# Cleared *all* jobs\n--- in `spool`' },
  {
    minute: 4,
    type: 'evidence',
    title: '<b>dir</b>',
    text: '# not a heading\r\n```\nC:\\spool',
    source: 'pasted',
  },
  { minute: 5, type: 'done', step: at('spooler') },
  { minute: 5, type: 'answered', step: at('test'), choice: 'again' },
  { minute: 5, type: 'skipped', step: at('spooler'), reason: 'user_declined' },
  { minute: 5, type: 'answered', step: at('test'), choice: 'no' },
]
const noteOf = (happenings: Happening[]): NoteDocument =>
  composeNote(play(printer, happenings), printer, reader)

describe('ConnectWise text', () => {
  it('has bold headings, escaped lines, fenced output and the marker last', () => {
    expect(renderConnectWise(noteOf(script), { ...internal, marker: MARKER })).toBe(`**Reported**

- Affected: One user

**Checked and tried**

- 15:02 Printer status: Ready
- 15:03 # Cleared \\*all\\* jobs --- in \\\`spool\\\`
- 15:04 \\<b>dir\\</b>

\`\`\`\`
# not a heading
\`\`\`
C:\\spool
\`\`\`\`

- 15:05 Restarted the print spooler
- 15:05 Test page printed: no
- 15:05 Skipped: Restart the print spooler (the user declined)
- 15:05 Test page printed: No, nothing left to try

**Ruled out**

- Cable or power

**Open question**

- Why does \\[input.address missing\\] answer to ping and not print?

**Verify first**

- Whether the switch port of the printer changed
- Whether another print server reaches it

**Status and next**

- Escalated: Network team takes over

**Time**

- 3 Mar 2026, 15:00 to 15:37, 37 min

${MARKER}`)
  })

  it.each(['discussion', 'resolution'] as const)(
    'for %s leaves out internal lines, output and marker',
    (audience) => {
      const text = renderConnectWise(noteOf(script), { ...internal, audience, marker: MARKER })
      for (const hidden of ['dir', 'spool\n', 'declined', 'Verify first', 'Time', 'Ref ', '```']) {
        expect(text).not.toContain(hidden)
      }
      expect(text).toContain('Restarted the print spooler')
      expect(text).toContain('Escalated')
    },
  )

  it('shows the client a captured value once it may be read, and never the output beside it', () => {
    const values = { address: '10.4.8.21', ping: 'Reply from 10.4.8.21\nReply from 10.4.8.21' }
    const script: Happening[] = [
      { minute: 1, type: 'answered', step: at('who'), choice: 'one' },
      { minute: 2, type: 'answered', step: at('status'), choice: 'offline' },
      { minute: 3, type: 'captured', step: at('ping'), values },
    ]
    const kept = renderConnectWise(noteOf(script), { ...internal, audience: 'resolution' })
    expect(kept).not.toContain('10.4.8.21')
    const note = noteOf([
      ...script,
      { minute: 4, type: 'line_shown', line: `act:${eventId(3)}`, client: true },
    ])
    expect(renderConnectWise(note, internal)).toContain('```\nPing:\nReply from')
    const visible = renderConnectWise(note, { ...internal, audience: 'resolution' })
    expect(visible).toContain('Printer address: 10.4.8.21')
    expect(visible).not.toContain('Reply')
  })

  it('carries output with very long runs of blanks and line ends whole', () => {
    const text = `start${' '.repeat(60_000)}middle${'\n'.repeat(60_000)}end`
    const note = noteOf([
      { minute: 1, type: 'evidence', title: 'log', text: `\n${text}\n \n`, source: 'dropped' },
    ])
    const limits = { limit: 1_000_000, outputLimit: 1_000_000 }
    expect(renderConnectWise(note, { ...internal, ...limits })).toContain(`\`\`\`\n${text}\n\`\`\``)
  })

  it('is empty where nothing is left for the client', () => {
    const note = noteOf([{ minute: 1, type: 'evidence', title: 'dir', text: 'x', source: 'pasted' }])
    expect(renderConnectWise(note, { ...internal, audience: 'discussion', marker: MARKER })).toBe('')
    expect(renderMarkdown(note, { ...internal, audience: 'discussion' })).toBe('')
  })

  it('reads back, line by line and output by output, as what was arranged', () => {
    fc.assert(
      fc.property(throws, (dice) => {
        const note = composeNote(playThrows(printer, dice), printer, reader)
        const { blocks } = arrangeNote(note, internal)
        const limits = { limit: 1_000_000, outputLimit: 1_000_000 }
        const { kinds, texts, outputs } = readMarkdown(renderConnectWise(note, { ...internal, ...limits }))
        const lines = blocks.flatMap((block) => (block.kind === 'list' ? block.lines : []))
        const running = blocks.flatMap((block) => {
          if (block.kind === 'list') return block.lines.map(dated)
          return block.kind === 'output' ? [] : [block.text]
        })
        const pasted = blocks.flatMap((block) => (block.kind === 'output' ? [block.text] : []))
        expect(texts).toEqual(running)
        expect(outputs).toEqual([...lines.flatMap(({ output }) => (output ? [output] : [])), ...pasted])
        for (const kind of kinds) {
          expect(['root', 'list', 'listItem', 'paragraph', 'strong', 'code']).toContain(kind)
        }
      }),
      { numRuns: testRuns() },
    )
  })
})

describe('ConnectWise text of a limited size', () => {
  const ended: Happening = { minute: 9, type: 'concluded', outcome: 'refer', words: 'Vendor takes over' }
  const pasted = (length: number): Happening => ({
    minute: 2,
    type: 'evidence',
    title: 'log',
    text: '👍 line\n'.repeat(length),
    source: 'pasted',
  })

  it('cuts long output with a mark even where the whole would fit', () => {
    const text = renderConnectWise(noteOf([pasted(400), ended]), { ...internal, outputLimit: 200 })
    expect(text).toMatch(/\n\[… \d+ characters cut …\]\n/)
    expect(text).not.toContain('Shortened')
  })

  it('cuts output first, and says so', () => {
    const many: Happening[] = [pasted(150), pasted(150), pasted(150), ...script.slice(0, 3), ended]
    const text = renderConnectWise(noteOf(many), { ...internal, limit: 1_500, marker: MARKER })
    expect(text.length).toBeLessThanOrEqual(1_500)
    expect(text).toContain('Printer status: Ready')
    expect(text).toMatch(/\[Shortened to fit the size limit\.\]\n\nRef /)
  })

  it('then leaves out lines, and says how many', () => {
    const acts = Array.from(
      { length: 80 },
      (_, n): Happening => ({ minute: n, type: 'acted', text: `Act ${n}` }),
    )
    const text = renderConnectWise(noteOf([...acts, ended]), { ...internal, limit: 900, marker: MARKER })
    expect(text.length).toBeLessThanOrEqual(900)
    const left = text.split('\n').filter((line) => /Act \d/.test(line)).length
    expect(text).toContain(`lines left out: ${80 - left}.`)
    expect(text).toContain('Act 79')
    expect(text).not.toContain('Act 0\n')
    expect(left).toBeGreaterThan(20)
  })

  it('keeps outcome, time and marker and half no character, whatever the limit', () => {
    fc.assert(
      fc.property(throws, fc.integer({ min: 0, max: 4_000 }), (dice, limit) => {
        const session = playThrows(printer, dice)
        const note = composeNote(session, printer, reader)
        const text = renderConnectWise(note, { ...internal, limit, marker: MARKER })
        expect(text.length).toBeLessThanOrEqual(Math.max(limit, 600))
        expect(text.isWellFormed()).toBe(true)
        const { kinds } = readMarkdown(text)
        expect(kinds.has('html') || kinds.has('heading')).toBe(false)
        if (session.outcome) expect(text).toMatch(/Resolved|Escalated|Referred/)
        const timed = note.sections.some(({ kind }) => kind === 'time')
        expect(text.includes('37 min')).toBe(timed)
        if (text) expect(text.endsWith(MARKER)).toBe(true)
        expect(renderConnectWise(note, { ...internal, limit, marker: MARKER })).toBe(text)
      }),
      { numRuns: testRuns() },
    )
  })
})
