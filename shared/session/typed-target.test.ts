import { describe, expect, it } from 'vitest'
import type { InstructionStep } from '../flow/flow.ts'
import { on, refusal, reset, run, slow } from './testing/run.ts'
import { typedRight, typedTarget } from './typed-target.ts'

const step = (change: Partial<InstructionStep<string>>): InstructionStep<string> => ({
  id: 'wipe',
  kind: 'instruction',
  title: 'Wipe',
  risk: 'destructive',
  target: '{{configuration.name}}',
  next: { to: 'x' },
  ...change,
})

describe('a destructive instruction', () => {
  it('is done only once its target was typed, whatever the case', () => {
    expect(refusal([on, slow], { type: 'done', step: reset })).toBe('target_mismatch')
    expect(refusal([on, slow], { type: 'done', step: reset, typedTarget: 'prn-02' })).toBe('target_mismatch')
    expect(refusal([on, slow], { type: 'done', step: reset, typedTarget: ' prn-01 ' })).toBeNull()
  })

  it('lets the technician name the target where its variable is missing', () => {
    const unknown = step({ target: '{{input.server}}' })
    expect(typedTarget(run(), unknown)).toEqual({ text: null, anything: true })
    expect([typedRight(run(), unknown, ' '), typedRight(run(), unknown, 'SRV-2')]).toEqual([false, true])
  })
})

describe('any other instruction', () => {
  it('wants nothing typed', () => {
    expect(typedTarget(run(), step({ risk: 'disruptive' }))).toEqual({ text: null, anything: false })
    expect(typedRight(run(), step({ risk: 'safe' }))).toBe(true)
  })
})
