import { describe, expect, it } from 'vitest'
import { isFigure } from './audience.ts'
import { composeNote } from './compose-note.ts'
import { leftOut } from './left-out.ts'
import { renderPlain } from './render-plain.ts'
import { noteOf, offline, ping, reader, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, headerFor, play } from './testing/scripted-session.ts'

const acted: Happening = { minute: 1, type: 'acted', text: 'Asked the owner' }
const ended: Happening = { minute: 2, type: 'concluded', outcome: 'resolved', words: 'Prints again' }
const forClient = (...script: Happening[]) =>
  renderPlain(noteOf(null, script), { ...reader, audience: 'discussion' })

describe('what a technician wrote freely', () => {
  it('is internal unless they let the client read it', () => {
    expect(forClient(acted, ended)).toBe('')
    expect(forClient({ ...acted, client: true }, ended)).toBe('15:01 Asked the owner.\n')
    expect(forClient(acted, { ...ended, client: true })).toBe('Resolved: Prints again.\n')
  })

  it('was for everyone under the first rules, and still is where nothing else was said', () => {
    const header = { ...headerFor(null), rules: 1 as const }
    const text = (client?: boolean) => {
      const session = play(null, [client === undefined ? acted : { ...acted, client }, ended], header)
      return renderPlain(composeNote(session, null, reader), { ...reader, audience: 'resolution' })
    }
    expect(text()).toBe('15:01 Asked the owner. Resolved: Prints again.\n')
    expect(text(false)).toBe('Resolved: Prints again.\n')
  })

  it('can be let through and taken back later, by events that the line names', () => {
    const shown: Happening = { minute: 3, type: 'line_shown', line: `act:${eventId(1)}`, client: true }
    expect(forClient(acted, shown)).toBe('15:01 Asked the owner.\n')
    expect(noteOf(null, [acted, shown]).sections[0]?.lines[0]?.events).toEqual([eventId(1), eventId(2)])
    expect(forClient(acted, shown, { ...shown, client: false })).toBe('')
  })

  it('takes its line with it where it is put in place of the flow’s words', () => {
    const edit: Happening = { minute: 3, type: 'line_edited', line: `act:${eventId(1)}`, text: 'My words' }
    const text = (...script: Happening[]) =>
      renderPlain(noteOf(printer, script), { ...reader, audience: 'discussion' })
    expect(text(who)).toContain('Affected: One user')
    expect(text(who, edit)).toBe('')
    expect(text(who, { ...edit, client: true })).toContain('My words')
  })

  it('is internal in whatever line it is filled into, until the value may be read', () => {
    const online: Happening[] = [
      who,
      offline,
      ping,
      { minute: 5, type: 'done', step: at('cable') },
      { minute: 6, type: 'answered', step: at('online'), choice: 'yes' },
    ]
    const text = (...script: Happening[]) =>
      renderPlain(noteOf(printer, script), { ...reader, audience: 'discussion' })
    expect(text(...online)).not.toContain('10.4.8.21')
    const shown: Happening = { minute: 7, type: 'line_shown', line: `act:${eventId(3)}`, client: true }
    expect(text(...online, shown)).toContain('Printer address: 10.4.8.21')
    expect(text(...online, shown)).toContain('Online at 10.4.8.21')
  })
})

describe('a captured figure', () => {
  it.each(['3', '12,5 ms', '-7', '1.024 MB', '85%', ' 21 °C '])('is no free text: %s', (value) => {
    expect(isFigure(value)).toBe(true)
  })

  it.each(['3 and rude', 'three', '12 ms twice', ''])('is told from words: %s', (value) => {
    expect(isFigure(value)).toBe(false)
  })
})

describe('what a text for the client leaves out', () => {
  const left = (audience: 'internal' | 'discussion' | 'resolution', ...script: Happening[]) => {
    const session = play(null, script)
    const { lines, outcome } = leftOut(composeNote(session, null, reader), session, audience)
    return { lines: lines.map(({ text }) => text), outcome }
  }

  it('is every internal line, and nothing where the team reads it', () => {
    expect(left('discussion', acted).lines).toEqual(['Asked the owner'])
    expect(left('internal', acted)).toEqual({ lines: [], outcome: false })
  })

  it('is the outcome where its words stay internal or it was removed', () => {
    const removed: Happening = {
      minute: 3,
      type: 'line_removed',
      line: `outcome:${eventId(1)}`,
      reason: 'Told by phone',
    }
    expect(left('discussion', ended).outcome).toBe(true)
    expect(left('discussion', { ...ended, client: true }).outcome).toBe(false)
    expect(left('discussion', { ...ended, client: true }, removed).outcome).toBe(true)
  })

  it('is the outcome of a resolution that has none yet', () => {
    expect(left('resolution', acted).outcome).toBe(true)
    expect(left('discussion', acted).outcome).toBe(false)
  })
})
