import { describe, expect, it } from 'vitest'
import type { Choice, Step } from '../../flow/flow.ts'
import type { EventBody, StepAddress } from '../event.ts'
import {
  at,
  check,
  fast,
  off,
  on,
  ping,
  power,
  print,
  refusal,
  reset,
  run,
  slow,
  stop,
  stopped,
  switchOn,
} from '../testing/run.ts'
import { wayPast } from './passed-over.ts'

const skip = (step: StepAddress): EventBody => ({ type: 'skipped', step, reason: 'no_access' })

describe('passing over a step', () => {
  it('moves on from an instruction, a destructive one too, and from an input without its values', () => {
    expect(at(run(off, skip(switchOn)))).toEqual(check)
    expect(at(run(on, slow, skip(reset)))).toEqual(check)
    const session = run(on, skip(ping))
    expect([at(session), session.values]).toEqual([stop, {}])
  })

  it('takes the last choice of a question, and the failing one of a verify step', () => {
    expect(at(run(skip(power)))).toEqual(switchOn)
    expect(run(off, skip(switchOn), skip(check)).outcome?.kind).toBe('escalate')
    expect(
      at(run(on, fast, stopped, { type: 'not_relevant', step: print, reason: 'already_known' })),
    ).toEqual(stop)
  })

  it('wants words only for another reason', () => {
    expect(refusal([], { type: 'skipped', step: power, reason: 'other', words: ' ' })).toBe('words_missing')
    expect(refusal([], { type: 'not_relevant', step: power, reason: 'other' })).toBe('words_missing')
    expect(refusal([], { type: 'skipped', step: power, reason: 'other', words: 'No time to ask' })).toBeNull()
  })
})

describe('wayPast', () => {
  const choice = (id: string, limit?: number): Choice => ({
    id,
    label: id,
    next: { to: id, ...(limit !== undefined && { retry: { limit, otherwise: 'end' } }) },
  })
  const question = (...choices: Choice[]): Step => ({ id: 'q', kind: 'question', title: 'Q', choices })

  it('goes round a loop only where there is no other way', () => {
    expect(wayPast(question(choice('a'), choice('b', 2)))?.exit).toBe('a')
    expect(wayPast(question(choice('a', 2), choice('b', 2)))?.exit).toBe('b')
    expect(wayPast(question())).toBeNull()
  })

  it('never counts a verify step as passed', () => {
    const passed = { ...choice('yes'), passed: true }
    expect(wayPast({ id: 'v', kind: 'verify', title: 'V', choices: [passed] })).toBeNull()
  })
})
