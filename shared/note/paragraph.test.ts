import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { arrangeNote } from './arrange-note.ts'
import { oneLine } from './clean-text.ts'
import { composeNote } from './compose-note.ts'
import { reader, textOf, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { playThrows, throws } from './testing/random-session.ts'
import type { Happening } from './testing/scripted-session.ts'

const internal = { ...reader, audience: 'internal' } as const

describe('a note of one paragraph', () => {
  it('leaves out no line and no output', () => {
    fc.assert(
      fc.property(throws, (dice) => {
        const note = composeNote(playThrows(printer, dice.slice(0, 5)), printer, reader)
        const { blocks } = arrangeNote(note, internal)
        const drawn = blocks.flatMap((block) =>
          block.kind === 'list' ? block.lines.map(({ text }) => text) : [block.text],
        )
        for (const line of note.sections.flatMap(({ lines }) => lines))
          expect(drawn.join('\n').toLowerCase()).toContain(oneLine(line.text).toLowerCase())
        const pasted = note.sections.flatMap(({ lines }) => lines.filter(({ output }) => output))
        if (note.short) expect(blocks.filter(({ kind }) => kind === 'output')).toHaveLength(pasted.length)
      }),
      { numRuns: testRuns() },
    )
  })

  it('tells what was tried, done and verified in the order in which it happened', () => {
    const script: Happening[] = [
      who,
      { minute: 2, type: 'acted', text: 'Called the user back' },
      { minute: 3, type: 'answered', step: at('status'), choice: 'offline' },
      { minute: 4, type: 'parked', reason: 'no_answer' },
      { minute: 9, type: 'resumed' },
    ]
    expect(textOf(printer, script)).toBe(
      'Affected: One user. 15:02 Called the user back. 15:03 Printer status: Offline. ' +
        'No answer on 3 Mar, 15:04, resumed 15:09. Next step: Ping the printer.\n',
    )
    const done: Happening[] = [
      who,
      { minute: 2, type: 'acted', text: 'Plugged it in' },
      { minute: 3, type: 'evidence', title: 'Port test', text: 'open', source: 'pasted' },
      { minute: 4, type: 'concluded', outcome: 'resolved', words: 'Prints again' },
    ]
    expect(textOf(printer, done)).toBe(
      'Affected: One user. 15:02 Plugged it in. 15:03 Port test. Cause: not known. ' +
        'Resolved: Prints again.\n\nPort test:\n    open\n',
    )
  })

  it('ends a sentence with a full stop, also after what stands for a value', () => {
    const acted = (text: string): Happening[] => [{ minute: 1, type: 'acted', text }]
    expect(textOf(printer, acted('Set pw: [SECRET]'))).toContain('Set pw: [SECRET].')
    expect(textOf(printer, acted('Is it [IP-1]?'))).not.toContain('?.')
  })

  it('gives each of several skipped steps a line of its own, after what was done', () => {
    const skip = (minute: number, step: string): Happening => ({
      ...{ minute, type: 'skipped', step: at(step), reason: 'no_time' },
    })
    const script: Happening[] = [
      who,
      { minute: 2, type: 'answered', step: at('status'), choice: 'offline' },
      { minute: 3, type: 'skipped', step: at('ping'), reason: 'no_access' },
      skip(4, 'cable'),
    ]
    expect(textOf(printer, script)).toBe(
      'Affected: One user. 15:02 Printer status: Offline. Next step: Is it online now?\n\n' +
        '- 15:03 Skipped: Ping the printer (no access)\n' +
        '- 15:04 Skipped: Reseat the network cable (no time)\n',
    )
    expect(textOf(printer, script.slice(0, 3))).toContain(
      'Offline. 15:03 Skipped: Ping the printer (no access). ',
    )
  })

  it('names what came late, and the minutes, in a sentence each', () => {
    const late: Happening[] = [
      who,
      { minute: 2, type: 'answered', step: at('status'), choice: 'ready' },
      { minute: 3, type: 'answered', step: at('status'), choice: 'offline' },
      { minute: 4, type: 'done', step: at('cable') },
    ]
    const minutes = { start: '2026-03-03T14:00:00.000Z', end: '2026-03-03T14:05:00.000Z', minutes: 5 }
    const text = textOf(printer, late, { minutes })
    expect(text).toContain(
      'Also done: 15:03 Printer status: Offline; 15:04 Reseated the network cable of PRN-RECEPTION.',
    )
    expect(text).toContain('Time: 3 Mar 2026, 15:00 to 15:05, 5 min.')
  })
})
