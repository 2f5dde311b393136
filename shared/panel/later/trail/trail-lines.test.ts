import { describe, expect, it } from 'vitest'
import { at, printer } from '#shared/note/testing/printer-flow.ts'
import { eventId, type Happening, play } from '#shared/note/testing/scripted-session.ts'
import { keepLines, trailLines } from './trail-lines.ts'

const until: Happening[] = [
  { minute: 1, type: 'answered', step: at('who'), choice: 'one' },
  { minute: 2, type: 'answered', step: at('status'), choice: 'offline' },
  { minute: 3, type: 'captured', step: at('ping'), values: { address: '10.4.8.21' } },
  { minute: 4, type: 'done', step: at('cable') },
  { minute: 5, type: 'answered', step: at('online'), choice: 'yes' },
]
const labels = (...script: Happening[]) =>
  trailLines(play(printer, script), printer).map(({ label, detail }) => `${label}|${detail}`)

describe('the trail', () => {
  it('tells an answer by the phrase it has of its own, as the note does', () => {
    expect(labels(...until).at(-1)).toBe('Online at 10.4.8.21|')
    expect(labels(...until)[0]).toBe('Affected|One user')
  })

  it('tells what was pasted at a step apart from the step', () => {
    const pasted = (title: string): Happening => ({
      ...{ minute: 1, type: 'evidence', step: at('who'), title, text: 'DESK-7', source: 'pasted' },
    })
    expect(labels(pasted('Affected'), ...until)[0]).toBe('Pasted result: Affected|DESK-7')
    expect(labels(pasted('Who is affected?'))[0]).toBe('Pasted result: Who is affected?|DESK-7')
    expect(labels(pasted('Device list'))[0]).toBe('Device list|DESK-7')
  })

  it('keeps the values that stood when something was done, whatever is entered later', () => {
    const back: Happening = { minute: 6, type: 'went_back', supersedes: eventId(3) }
    const anew: Happening = {
      minute: 7,
      type: 'captured',
      step: at('ping'),
      values: { address: '10.9.9.9' },
    }
    expect(labels(...until, back, anew)).toContain('Online at 10.4.8.21|')
  })

  it('leaves a line as it was drawn where a further act does not change it, and draws anew what it changes', () => {
    const before = trailLines(play(printer, until), printer)
    const back: Happening = { minute: 6, type: 'went_back', supersedes: eventId(5) }
    const after = keepLines(before, trailLines(play(printer, [...until, back]), printer))
    expect(after.slice(0, 4).map((line, index) => line === before[index])).toEqual([true, true, true, true])
    expect(after[4]).not.toBe(before[4])
    expect(after[4]?.tone).toBe('withdrawn')
  })
})
