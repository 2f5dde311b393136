import { describe, expect, it } from 'vitest'
import { noteOf, offline, ping, ready, who } from './testing/note-of.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening } from './testing/scripted-session.ts'

const ruledOut = (script: Happening[]) =>
  noteOf(printer, script)
    .sections.find(({ kind }) => kind === 'ruled_out')
    ?.lines.map(({ text, events, key }) => [text, events, key])

const cable: Happening = { minute: 5, type: 'done', step: at('cable') }
const online = (choice: string): Happening => ({ minute: 6, type: 'answered', step: at('online'), choice })
const round: Happening[] = [who, offline, ping, cable, online('moved'), ping, cable]

describe('what answers rule out', () => {
  it('goes as soon as the answer does', () => {
    expect(ruledOut([who, ready])).toEqual([['cable or power', [eventId(2)], `ruled:${eventId(2)}`]])
    const back: Happening = { minute: 3, type: 'went_back', supersedes: eventId(1) }
    expect(ruledOut([who, ready, back])).toBeUndefined()
    const changed: Happening = {
      minute: 3,
      type: 'changed_answer',
      supersedes: eventId(2),
      choice: 'offline',
    }
    expect(ruledOut([who, ready, changed])).toBeUndefined()
  })

  it('is named once with the events of every answer, of another step too', () => {
    const script: Happening[] = [
      who,
      ready,
      { minute: 3, type: 'done', step: at('spooler') },
      { minute: 4, type: 'answered', step: at('test'), choice: 'cable' },
      cable,
      online('no'),
    ]
    expect(ruledOut(script)).toEqual([['cable or power', [eventId(2), eventId(6)], `ruled:${eventId(2)}`]])
  })

  it('is named once where a loop asks and answers the same again', () => {
    const again: Happening[] = [
      { minute: 7, type: 'done', step: at('spooler') },
      { minute: 8, type: 'answered', step: at('test'), choice: 'cable' },
      cable,
      online('no'),
    ]
    expect(ruledOut([...round, online('no'), ...again])).toEqual([
      ['cable or power', [eventId(8), eventId(12)], `ruled:${eventId(8)}`],
    ])
  })

  it('is no longer ruled out once its step is answered otherwise', () => {
    const again: Happening[] = [
      { minute: 7, type: 'done', step: at('spooler') },
      { minute: 8, type: 'answered', step: at('test'), choice: 'cable' },
      cable,
      online('yes'),
    ]
    expect(ruledOut([...round, online('no'), ...again])).toBeUndefined()
  })
})
