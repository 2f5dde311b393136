import { describe, expect, it } from 'vitest'
import type { EventBody } from '../event.ts'
import { effectsOf, off, on, refusal, run, standings } from '../testing/run.ts'
import { eventId } from '../testing/script.ts'

const judged = (n: number, keep: boolean): EventBody => ({ type: 'late_judged', event: eventId(n), keep })

describe('acts outside the flow', () => {
  it('are kept in every state of a session, and want words', () => {
    const over: EventBody = { type: 'concluded', outcome: 'refer', words: 'not ours' }
    const acted: EventBody = { type: 'acted', text: 'Swapped the cable' }
    const evidence: EventBody = { type: 'evidence', title: '', text: 'ok', source: 'pasted' }
    expect(
      standings(run({ type: 'parked', reason: 'no_answer' }, acted, evidence, over, acted, evidence)),
    ).toEqual(Array(6).fill('stands'))
    expect(refusal([], { type: 'acted', text: ' ' })).toBe('words_missing')
    expect(refusal([], { ...evidence, text: '' })).toBe('words_missing')
  })
})

describe('a late act', () => {
  it('changes no state, is listed with its reason, and can be kept or struck', () => {
    const session = run(on, off)
    expect(session.acts[1]).toMatchObject({ standing: 'late', late: 'not_this_step' })
    expect(session.place).toEqual(run(on).place)
    expect(standings(run(on, off, judged(2, false)))).toEqual(['stands', 'struck', 'stands'])
    expect(standings(run(on, off, judged(2, false), judged(2, true)))[1]).toBe('late')
  })

  it('is the only kind that can be judged', () => {
    expect(refusal([on], judged(1, false))).toBe('not_possible_now')
    expect(refusal([on], judged(9, false))).toBe('unknown_event')
  })
})

describe('a post', () => {
  it('is recorded, and tells whoever folds', () => {
    expect(effectsOf([on], { type: 'posted', post: 'p', upTo: 1 })).toEqual([{ type: 'posted', post: 'p' }])
  })
})

describe('what is said about time', () => {
  it('wants instants', () => {
    expect(refusal([], { type: 'start_moved', to: 'before lunch' })).toBe('values_missing')
    expect(refusal([], { type: 'gap_judged', from: '', to: '', worked: true })).toBe('values_missing')
  })
})

describe('an end in words', () => {
  const blank = { openQuestion: '', verifyFirst: '', to: '' }

  it('wants words, unless the cause or a hand-off was asked for', () => {
    expect(refusal([], { type: 'concluded', outcome: 'resolved', words: ' ' })).toBe('words_missing')
    const refer: EventBody = { type: 'concluded', outcome: 'refer', words: '', handOff: blank }
    expect(run(on, refer).outcome).toMatchObject({ kind: 'refer', words: '' })
    const cause = { text: '', certainty: 'unknown' } as const
    expect(run({ type: 'concluded', outcome: 'resolved', words: '', cause }).status).toBe('ended')
  })
})
