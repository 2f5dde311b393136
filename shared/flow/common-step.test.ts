import { describe, expect, it } from 'vitest'
import { commonStep } from './common-step.ts'
import type { Edge, Flow, FlowClosure, Step } from './flow.ts'

const edge = (to: string): Edge => {
  const [target = '', otherwise] = to.split('|')
  return { to: target, ...(otherwise && { retry: { limit: 1, otherwise } }) }
}
const asks = (id: string, ...to: string[]): Step => ({
  id,
  kind: 'question',
  title: id,
  choices: to.map((one) => ({ id: `to-${one}`, label: one, next: edge(one) })),
})
/** A verify step whose answers that begin with + pass. */
const checks = (id: string, ...to: string[]): Step => ({
  id,
  kind: 'verify',
  title: id,
  choices: to.map((one) => ({
    id: `to-${one}`,
    label: one,
    passed: one.startsWith('+'),
    next: edge(one.replace('+', '')),
  })),
})
const ends = (id: string): Step => ({ id, kind: 'outcome', title: id, outcome: 'escalate' })
const common = (steps: Step[], ...from: string[]) => {
  const flow: Flow = { id: 'f', title: 'F', kind: 'procedure', summary: '', symptoms: [], steps }
  const closure: FlowClosure = { root: 'f@1', flows: { 'f@1': flow } }
  return commonStep(closure, 'f@1', from)
}

describe('the common step', () => {
  const steps = [
    asks('a', 'c'),
    asks('b', 'x', 'end'),
    asks('x', 'c', 'd'),
    asks('c', 'd'),
    asks('d', 'end'),
    ends('end'),
  ]

  it('is the nearest one that every way comes through, one of the steps themselves included', () => {
    expect(common(steps, 'a', 'c')).toBe('c')
    expect(common(steps, 'a', 'b')).toBe('d')
    expect(common(steps, 'b')).toBe('b')
    expect(common(steps)).toBeUndefined()
  })

  it('is none where a way runs out before', () => {
    expect(common([...steps, asks('z', 'end')], 'a', 'z')).toBeUndefined()
    expect(common(steps, 'a', 'nowhere')).toBeUndefined()
  })

  it('takes no way that only a passed check or a solved subflow opens', () => {
    expect(common([asks('c'), checks('v', '+c')], 'v', 'c')).toBeUndefined()
    expect(common([asks('c'), checks('v', '+d', 'c'), asks('d')], 'v', 'c')).toBe('c')
    const solved: Step = { id: 's', kind: 'subflow', title: 's', flow: 'g@1', on: { resolved: { to: 'c' } } }
    expect(common([asks('c'), solved], 's', 'c')).toBeUndefined()
    expect(common([asks('c'), { ...solved, on: { refer: { to: 'c' } } }], 's', 'c')).toBe('c')
  })

  it('leaves a loop by where it leads in the end', () => {
    expect(common([asks('a', 'b'), asks('b', 'a|c'), asks('c')], 'a', 'c')).toBe('c')
  })

  it('is found in a circle without a limit too, or not at all', () => {
    expect(common([asks('a', 'b'), asks('b', 'a')], 'a', 'b')).toBe('b')
    expect(common([asks('a', 'a', 'b'), asks('b')], 'a')).toBe('a')
  })

  it('takes time that grows with the flow alone', () => {
    const long = Array.from({ length: 500 }, (_, n) => asks(`s${n}`, `s${n + 1}`, `s${n + 2}`))
    expect(common([...long, asks('s500'), asks('s501', 's500')], 's0', 's1')).toBe('s500')
  })
})
