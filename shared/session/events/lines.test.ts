import { describe, expect, it } from 'vitest'
import type { EventBody } from '../event.ts'
import { fast, on, printed, refusal, run, stopped } from '../testing/run.ts'
import { eventId } from '../testing/script.ts'

const edited = (text: string): EventBody => ({ type: 'line_edited', line: 'done:x', text })
const removed: EventBody = { type: 'line_removed', line: 'done:x' }
const restored: EventBody = { type: 'line_restored', line: 'done:x' }
const kinds = (...bodies: EventBody[]) => run(...bodies).edits.map(({ kind, text }) => [kind, text])

describe('edits of the note', () => {
  it('keep the last words for a line', () => {
    expect(kinds(edited('one'), edited('two'))).toEqual([['edited', 'two']])
  })

  it('keep apart what a line says and who may read it, and of each the last', () => {
    const shown = (client: boolean): EventBody => ({ type: 'line_shown', line: 'done:x', client })
    const { edits } = run(shown(true), edited('one'), shown(false))
    expect(edits.map(({ kind, client }) => [kind, client])).toEqual([
      ['edited', undefined],
      ['shown', false],
    ])
  })

  it('give an added line the key of its event', () => {
    expect(run({ type: 'line_added', section: 'next', text: 'call back' }).edits).toEqual([
      { event: eventId(1), kind: 'added', line: eventId(1), section: 'next', text: 'call back' },
    ])
  })

  it('restore a removed line with its words, and an edited one to what the events say', () => {
    expect(kinds(edited('one'), removed, restored)).toEqual([['edited', 'one']])
    expect(kinds(edited('one'), removed, restored, restored)).toEqual([])
    expect(refusal([], restored)).toBe('not_possible_now')
  })

  it('want words', () => {
    expect(refusal([], edited(' '))).toBe('words_missing')
    expect(refusal([], { type: 'line_added', section: 'next', text: '' })).toBe('words_missing')
  })

  it('ask why a failed attempt or the outcome is removed', () => {
    const failed = [on, fast, stopped, printed('no')]
    const line = `tried:${eventId(3)}+${eventId(4)}`
    expect(refusal(failed, { type: 'line_removed', line })).toBe('reason_missing')
    expect(refusal(failed, { type: 'line_removed', line, reason: 'said twice' })).toBeNull()
    expect(refusal(failed, { type: 'line_removed', line: `done:${eventId(3)}` })).toBeNull()
    const ended: EventBody[] = [{ type: 'concluded', outcome: 'resolved', words: 'done' }]
    expect(refusal(ended, { type: 'line_removed', line: `cause:${eventId(1)}` })).toBe('reason_missing')
  })
})
