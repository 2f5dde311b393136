import { describe, expect, it } from 'vitest'
import type { EventBody } from '../session/event.ts'
import { composeNote } from './compose-note.ts'
import { openPointsNow } from './open-points.ts'
import { renderPlain } from './render-plain.ts'
import { noteOf, offline, ping, reader, ready, textOf, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, headerFor, play } from './testing/scripted-session.ts'

type Concluded = Partial<Extract<EventBody, { type: 'concluded' }>>
type Outcome = 'resolved' | 'escalate' | 'refer'

const end = (outcome: Outcome, said: Concluded = {}): Happening => ({
  minute: 20,
  ...{ type: 'concluded', words: '', ...said, outcome },
})
const thin = 'Only one step was recorded.\n\n'
const nothing = { openQuestion: '', verifyFirst: '', to: '' }
const acted: Happening = { minute: 3, type: 'acted', text: 'Swapped the cable' }
const linesOf = (script: Happening[], kind: string, flow: typeof printer | null = printer) =>
  noteOf(flow, script).sections.find((section) => section.kind === kind)?.lines ?? []
const textsOf = (...of: Parameters<typeof linesOf>) => linesOf(...of).map(({ text }) => text)

describe('the cause of a session that was ended by hand', () => {
  const cause = (certainty: 'confirmed' | 'likely' | 'unknown', text: string) =>
    end('resolved', { words: 'Prints again', cause: { certainty, text } })

  it('is in the technician’s words, with how certain it is', () => {
    expect(textOf(null, [acted, cause('confirmed', 'Broken cable')])).toBe(
      `${thin}15:03 Swapped the cable. Cause: Broken cable (confirmed). Resolved: Prints again.\n`,
    )
    expect(textsOf([acted, cause('likely', 'Broken cable')], 'cause')).toEqual(['Broken cable (likely)'])
    expect(textsOf([acted, cause('unknown', 'Heat?')], 'cause')).toEqual(['Not known: Heat?'])
    expect(linesOf([acted, cause('likely', 'Broken cable')], 'cause')[0]).toMatchObject({
      words: 'technician',
      audience: 'internal',
      events: [eventId(2)],
    })
  })

  it('is said to be unknown, once, in internal text alone, also where the flow names none', () => {
    for (const script of [
      [acted, cause('unknown', ' ')],
      [acted, end('resolved', { words: 'Prints again' })],
    ]) {
      expect(textOf(null, script)).toBe(
        `${thin}15:03 Swapped the cable. Cause: not known. Resolved: Prints again.\n`,
      )
      expect(linesOf(script, 'cause')).toMatchObject([{ words: 'ours', audience: 'internal' }])
    }
    const acts = [1, 2, 3, 4, 5].map((n): Happening => ({ minute: n, type: 'acted', text: `Act ${n}` }))
    expect(textOf(null, [...acts, cause('unknown', '')])).toMatch(/^Cause\n- Not known\n/)
  })

  it('is not said to be unknown where a line of the technician’s names it, or theirs replaces it', () => {
    const added: Happening = { minute: 21, type: 'line_added', section: 'cause', text: 'Heat' }
    expect(textsOf([acted, cause('unknown', ''), added], 'cause')).toEqual(['Heat'])
    const edited: Happening = { minute: 21, type: 'line_edited', line: `cause:${eventId(2)}`, text: 'Heat' }
    expect(textsOf([acted, cause('unknown', ''), edited], 'cause')).toEqual(['Heat'])
    expect(textsOf([acted, cause('unknown', ''), edited, added], 'cause')).toEqual(['Heat', 'Heat'])
  })

  it('is not said to be unknown under the first rules', () => {
    const session = play(null, [acted, end('resolved', { words: 'Prints again' })], {
      ...headerFor(null),
      rules: 1,
    })
    const kinds = composeNote(session, null, reader).sections.map(({ kind }) => kind)
    expect(kinds).not.toContain('cause')
  })
})

describe('a hand-off', () => {
  it('is in the technician’s words where they said them, flow or not', () => {
    const handOff = {
      openQuestion: 'Why only on Mondays?',
      verifyFirst: 'Switch port\n\n Another PC ',
      to: 'the network team',
    }
    expect(textOf(null, [acted, end('escalate', { handOff })])).toBe(
      `${thin}15:03 Swapped the cable. Escalated to the network team. Open question: Why only on Mondays?\n\n` +
        'Verify first:\n- Switch port\n- Another PC\n',
    )
    const script = [who, ready, end('refer', { handOff, words: 'Not our contract' })]
    expect(textsOf(script, 'open_question')).toEqual(['Why only on Mondays?'])
    expect(textsOf(script, 'verify_first')).toEqual(['Switch port', 'Another PC'])
    expect(textsOf(script, 'next')).toEqual(['Referred to the network team: Not our contract'])
    for (const { words, audience } of linesOf(script, 'open_question'))
      expect({ words, audience }).toEqual({ words: 'technician', audience: 'internal' })
  })

  it('says what had not been answered where no question was given, from the events behind it', () => {
    const script = [who, end('escalate', { handOff: nothing })]
    const question = linesOf(script, 'open_question')
    expect(question).toMatchObject([
      { text: 'What does Windows show for PRN-RECEPTION? (not answered)', words: 'ours' },
    ])
    expect(question[0]?.events).toEqual([eventId(1), eventId(2)])
    expect(textsOf([who, ready, end('refer', { handOff: nothing })], 'open_question')).toEqual([
      'Restart the print spooler (not done)',
    ])
  })

  it('names what would have come next, and does not repeat the open question', () => {
    const points = openPointsNow(play(printer, [who, offline, ping]), printer)
    expect(points.here?.title).toBe('Reseat the network cable')
    expect(points.untested).toEqual([
      'Reseat the network cable',
      'Is it online now?',
      'Restart the print spooler',
      'Print a test page',
    ])
    const verifyFirst = points.untested.join('\n')
    const script = [who, offline, ping, end('escalate', { handOff: { ...nothing, verifyFirst } })]
    expect(textsOf(script, 'verify_first')).toEqual(points.untested.slice(1))
    expect(linesOf(script, 'verify_first').every(({ words }) => words === 'ours')).toBe(true)
  })

  it('names what was skipped as untested', () => {
    const skip: Happening = { minute: 5, type: 'skipped', step: at('cable'), reason: 'no_access' }
    const { untested } = openPointsNow(play(printer, [who, offline, ping, skip]), printer)
    expect(untested).toContain('Reseat the network cable')
    expect(untested[0]).toBe('Is it online now?')
  })

  it('says so where nothing is known to be open', () => {
    const script = [acted, end('escalate', { handOff: nothing })]
    expect(textOf(null, script)).toBe(
      `${thin}15:03 Swapped the cable. Escalated. Open question: Not stated. Verify first: Nothing was named.\n`,
    )
    const added: Happening = { minute: 21, type: 'line_added', section: 'open_question', text: 'Why?' }
    expect(textsOf([...script, added], 'open_question', null)).toEqual(['Why?'])
  })

  it('may be read by the client where the technician says so, but not what is derived', () => {
    const handOff = { openQuestion: 'Why?', verifyFirst: 'Another PC', to: 'the vendor' }
    const text = (said: Concluded) =>
      renderPlain(noteOf(null, [end('refer', said)]), { ...reader, audience: 'discussion' })
    expect(text({ handOff })).toBe('')
    expect(text({ handOff, client: true })).toBe(
      'Referred to the vendor. Open question: Why? Verify first: Another PC.\n',
    )
    expect(text({ handOff: nothing, client: true })).toBe('Referred.\n')
  })

  it('keeps all that was said where the end came late', () => {
    const handOff = { openQuestion: 'Why?', verifyFirst: 'Another PC', to: 'the vendor' }
    const first = end('resolved', { words: 'Fixed' })
    expect(textsOf([first, end('refer', { handOff, words: 'Call' })], 'also_done', null)).toEqual([
      'Referred to the vendor: Call; Open question: Why?; Verify first: Another PC',
    ])
    expect(
      textsOf([first, end('resolved', { cause: { text: 'Heat', certainty: 'likely' } })], 'also_done', null),
    ).toEqual(['Resolved; Cause: Heat (likely)'])
  })
})
