import { describe, expect, it } from 'vitest'
import { composeNote } from './compose-note.ts'
import { renderPlain } from './render-plain.ts'
import { offline, ping, reader, ready, textOf, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, play } from './testing/scripted-session.ts'

describe('texts of the flow', () => {
  const asked = (when: number, address: string): Happening => ({
    minute: when,
    type: 'captured',
    step: at('ping'),
    values: { address },
  })

  it('say that nothing was entered where an input stayed blank', () => {
    const blank: Happening = { ...ping, type: 'captured', step: at('ping'), values: { address: ' ' } }
    expect(textOf(printer, [who, offline, blank])).toContain('15:04 Ping the printer: nothing entered.')
  })

  it('hold the values as they were when it happened', () => {
    const cable: Happening = { minute: 5, type: 'done', step: at('cable') }
    const moved: Happening = { minute: 6, type: 'answered', step: at('online'), choice: 'moved' }
    const again = asked(7, '10.4.8.99')
    const once = [who, offline, ping, cable, moved]
    const line = '15:06 Is it online now? Yes, but no longer at 10.4.8.21'
    expect(textOf(printer, once)).toContain(line)
    expect(textOf(printer, [...once, again])).toContain(line)
    const back: Happening = { minute: 8, type: 'went_back', supersedes: eventId(6) }
    expect(textOf(printer, [...once, again, back])).toContain(line)
    const twice = textOf(printer, [...once, again, { ...cable, minute: 8 }, { ...moved, minute: 9 }])
    expect(twice).toContain('15:09 Is it online now? Yes, but no longer at 10.4.8.99')
  })

  it('are those of the answer where it has its own', () => {
    const cable: Happening = { minute: 5, type: 'done', step: at('cable') }
    const yes: Happening = { minute: 6, type: 'answered', step: at('online'), choice: 'yes' }
    expect(textOf(printer, [who, offline, ping, cable, yes])).toContain('15:06 Online at 10.4.8.21.')
  })

  it('name what was typed before something was destroyed, once', () => {
    const typed = (typedTarget: string): Happening => ({
      minute: 5,
      type: 'done',
      step: at('cable'),
      typedTarget,
    })
    expect(textOf(printer, [who, offline, ping, typed('prn-reception')])).toContain(
      'Reseated the network cable of PRN-RECEPTION.',
    )
    expect(textOf(printer, [who, offline, ping, typed('PRN-2')])).toContain('(target PRN-2).')
  })

  it('hold what is asked last where the session ends on it', () => {
    const script: Happening[] = [
      who,
      offline,
      ping,
      { minute: 5, type: 'went_back', supersedes: eventId(3) },
      asked(6, '10.4.8.22'),
      { minute: 7, type: 'done', step: at('cable') },
      { minute: 8, type: 'answered', step: at('online'), choice: 'no' },
      { minute: 9, type: 'done', step: at('spooler') },
      { minute: 10, type: 'answered', step: at('test'), choice: 'no' },
    ]
    expect(textOf(printer, script)).toContain('Why does 10.4.8.22 answer to ping')
    expect(textOf(printer, script.slice(0, 4))).not.toContain('10.4.8.21')
  })

  it('show a missing variable as missing', () => {
    const bare = play(printer, [who, offline, ping, { minute: 5, type: 'done', step: at('cable') }])
    const session = { ...bare, header: { ...bare.header, facts: {} } }
    expect(renderPlain(composeNote(session, printer, reader), { ...reader, audience: 'internal' })).toContain(
      'Reseated the network cable of the device (not on the ticket)',
    )
    const old = { ...session, header: { ...session.header, rules: 2 as const } }
    expect(renderPlain(composeNote(old, printer, reader), { ...reader, audience: 'internal' })).toContain(
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
