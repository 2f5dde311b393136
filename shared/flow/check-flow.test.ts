import { describe, expect, it } from 'vitest'
import { checkFlow } from './check-flow.ts'
import type { Edge, FlowDraft, Step } from './flow.ts'

type DraftStep = Step<string>
const to = (step: string, limit?: [number, string]): Edge =>
  limit ? { to: step, retry: { limit: limit[0], otherwise: limit[1] } } : { to: step }

type Question = Extract<DraftStep, { kind: 'question' }>
type Instruction = Extract<DraftStep, { kind: 'instruction' }>

const start: Question = {
  id: 'ask',
  start: true,
  kind: 'question',
  title: 'Ask',
  choices: [
    { id: 'a', label: 'A', next: to('do') },
    { id: 'b', label: 'B', next: to('check') },
  ],
}
const act: Instruction = { id: 'do', kind: 'instruction', title: 'Do', risk: 'safe', next: to('check') }
const question = (change: Partial<Question>): DraftStep => ({ ...start, ...change })
const instruction = (change: Partial<Instruction>): DraftStep => ({ ...act, ...change })
const check = (no: Edge = to('pass-on')): DraftStep => ({
  id: 'check',
  kind: 'verify',
  title: 'Check',
  choices: [
    { id: 'yes', label: 'Yes', passed: true, next: to('fixed') },
    { id: 'no', label: 'No', passed: false, next: no },
  ],
})
const fixed: DraftStep = { id: 'fixed', kind: 'outcome', title: 'Fixed', outcome: 'resolved' }
const passOn: DraftStep = { id: 'pass-on', kind: 'outcome', title: 'Pass on', outcome: 'escalate' }
const sound = [start, act, check(), fixed, passOn]

const flow = (steps: DraftStep[], id = 'flow'): FlowDraft => ({
  id,
  title: 'Flow',
  kind: 'troubleshooting',
  summary: '',
  symptoms: [],
  steps,
})
/** `code step` of everything found. */
const found = (steps: DraftStep[], others: FlowDraft[] = []) =>
  checkFlow(flow(steps), others).map(({ code, step }) => (step ? `${code} ${step}` : code))
/** The sound steps with one replaced by its id, or added. */
const withStep = (step: DraftStep) =>
  sound.some(({ id }) => id === step.id)
    ? sound.map((one) => (one.id === step.id ? step : one))
    : [...sound, step]

describe('checkFlow', () => {
  it('finds nothing in a sound flow', () => {
    expect(found(sound)).toEqual([])
  })

  it('wants exactly one start', () => {
    expect(found([])).toEqual(['no_steps'])
    expect(found(sound.map(({ start: _, ...step }) => step))).toEqual(['no_start'])
    expect(found(withStep({ ...act, start: true }))).toEqual(['several_starts do'])
  })

  it('wants ids, choices, labels and fields to differ', () => {
    expect(found([...sound, act])).toEqual(['duplicate_step do'])
    const [a] = start.choices
    if (!a) throw new Error('no choice')
    expect(found(withStep(question({ choices: [a, { ...a, id: 'b', label: ' a ' }] })))).toEqual([
      'duplicate_label ask',
    ])
    expect(found(withStep(question({ choices: [a, { ...a, label: 'C' }] })))).toEqual([
      'duplicate_choice ask',
    ])
    const field = { name: 'x', label: 'X', type: 'text', required: true } as const
    expect(
      found(withStep({ id: 'do', kind: 'input', title: 'In', fields: [field, field], next: to('check') })),
    ).toEqual(['duplicate_field do'])
  })

  it('wants every edge to lead to a step', () => {
    expect(found(withStep(instruction({ next: to('gone') })))).toEqual(['unknown_target do'])
    expect(found(withStep(instruction({ next: to('') })))).toEqual(['step_without_target do'])
    expect(found(withStep(check(to(''))))).toEqual([
      'choice_without_target check',
      'unreachable_step pass-on',
    ])
    expect(found(withStep(check(to('do', [2, 'gone']))))).toEqual([
      'unknown_target check',
      'unreachable_step pass-on',
    ])
  })

  it('finds steps that nothing leads to', () => {
    expect(found([...sound, { ...act, id: 'island' }])).toEqual(['unreachable_step island'])
  })

  it('finds ways that never reach an outcome', () => {
    const round: DraftStep[] = [
      { id: 'do', kind: 'instruction', title: 'One', risk: 'safe', next: to('two') },
      { id: 'two', kind: 'instruction', title: 'Two', risk: 'safe', next: to('do', [2, 'three']) },
      { id: 'three', kind: 'instruction', title: 'Three', risk: 'safe', next: to('do', [2, 'two']) },
    ]
    expect(found([start, ...round, check(), fixed, passOn])).toEqual([
      'dead_end do',
      'dead_end two',
      'dead_end three',
      'loop_without_limit two',
    ])
  })

  it('wants answers to questions, both answers to a verify step, and an else to a decision', () => {
    expect(found(withStep(question({ choices: [] })))).toContain('question_without_choices ask')
    const half = (passed: boolean): DraftStep => ({
      id: 'do',
      kind: 'verify',
      title: 'Half',
      choices: [{ id: 'x', label: 'X', passed, next: to('check') }],
    })
    expect(found(withStep(half(true)))).toEqual(['verify_without_fail do'])
    expect(found(withStep(half(false)))).toEqual(['verify_without_pass do'])
    const branches = [{ when: [{ variable: 'company.name', test: 'present' } as const], next: to('check') }]
    expect(found(withStep({ id: 'do', kind: 'decision', title: 'If', branches }))).toEqual([
      'decision_without_else do',
    ])
    expect(
      found(withStep({ id: 'do', kind: 'decision', title: 'If', branches, otherwise: to('pass-on') })),
    ).toEqual([])
  })

  it('wants a limit on every loop', () => {
    expect(found(withStep(check(to('do'))))).toEqual(['unreachable_step pass-on', 'loop_without_limit do'])
    expect(found(withStep(check(to('do', [3, 'pass-on']))))).toEqual([])
    expect(found(withStep(check(to('check'))))).toEqual([
      'unreachable_step pass-on',
      'loop_without_limit check',
    ])
    expect(found(withStep(check(to('pass-on', [3, 'do']))))).toEqual(['loop_without_limit do'])
    expect(found(withStep(check(to('do', [0, 'pass-on']))))).toEqual(['retry_limit check'])
    expect(found(withStep(check(to('do', [1.5, 'pass-on']))))).toEqual(['retry_limit check'])
  })

  it('wants a verify step before everything resolved, on every way', () => {
    expect(found(withStep(instruction({ next: to('fixed') })))).toEqual(['resolved_unverified fixed'])
    expect(found(withStep(check(to('fixed'))))).toContain('resolved_unverified fixed')
  })

  describe('with subflows', () => {
    const run = (on: Extract<DraftStep, { kind: 'subflow' }>['on'], id = 'part'): DraftStep => ({
      id: 'do',
      kind: 'subflow',
      title: 'Part',
      flow: id,
      on,
    })
    const part = flow(sound, 'part')
    const careless = flow(
      [question({ choices: [{ id: 'a', label: 'A', next: to('fixed') }] }), fixed],
      'careless',
    )

    it('counts the solution of a sound subflow as verified', () => {
      expect(found(withStep(run({ resolved: to('fixed') })), [part])).toEqual([])
      expect(found(withStep(run({})), [part])).toEqual([])
      expect(found(withStep(run({ escalate: to('fixed') })), [part])).toEqual(['resolved_unverified fixed'])
      expect(found(withStep(run({ resolved: to('fixed') }, 'careless')), [careless])).toEqual([
        'resolved_unverified fixed',
      ])
      expect(found(withStep(run({}, 'careless')), [careless])).toEqual(['resolved_unverified do'])
    })

    it('looks into the subflows of subflows, where a session can end as well', () => {
      const outer = flow(withStep(run({}, 'careless')), 'outer')
      const on = { resolved: to('check'), escalate: to('check'), refer: to('check') }
      expect(found(withStep(run(on, 'outer')), [outer, careless])).toEqual(['resolved_unverified do'])
      expect(found(withStep(run(on, 'careless')), [careless])).toEqual([])
    })

    it('finds subflows that do not exist and flows that run themselves', () => {
      expect(found(withStep(run({})))).toEqual(['unknown_subflow do'])
      expect(found(withStep(run({}, '')))).toEqual(['unknown_subflow do'])
      expect(found(withStep(run({}, 'flow')))).toEqual(['subflow_cycle do'])
      const back = flow(withStep(run({}, 'flow')), 'part')
      expect(found(withStep(run({})), [back])).toEqual(['subflow_cycle do'])
    })

    it('wants flows not to nest too deeply', () => {
      const nested = (n: number): FlowDraft[] => {
        const inner = n > 1 ? nested(n - 1) : []
        return [flow(n > 1 ? withStep(run({}, `part-${n - 1}`)) : sound, `part-${n}`), ...inner]
      }
      expect(found(withStep(run({}, 'part-9')), nested(9))).toEqual([])
      expect(found(withStep(run({}, 'part-10')), nested(10))).toEqual(['subflow_too_deep'])
    })

    it('reads a published subflow, which names others with their version', () => {
      const outer = flow(withStep(run({}, 'part@3')), 'outer')
      expect(found(withStep(run({}, 'outer')), [outer, part])).toEqual([])
    })
  })

  it('wants the target of a destructive instruction named', () => {
    expect(found(withStep(instruction({ risk: 'destructive' })))).toEqual(['destructive_without_target do'])
    expect(found(withStep(instruction({ risk: 'destructive', target: '{{configuration.name}}' })))).toEqual(
      [],
    )
  })

  it('warns of variables that nothing fills', () => {
    expect(found(withStep(instruction({ body: 'Ask {{contact.name}} for {{input.pin}}' })))).toEqual([
      'unknown_variable do',
    ])
  })

  it('warns of long flows and long ways', () => {
    const chain = (length: number): DraftStep[] => [
      ...Array.from(
        { length },
        (_, n): DraftStep => ({
          id: `s${n}`,
          ...(n === 0 && { start: true as const }),
          kind: 'instruction',
          title: `Step ${n}`,
          risk: 'safe',
          next: to(n + 1 < length ? `s${n + 1}` : 'check'),
        }),
      ),
      check(),
      fixed,
      passOn,
    ]
    expect(found(chain(14))).toEqual([])
    expect(found(chain(15))).toEqual(['too_many_clicks s0'])
    expect(found(chain(38))).toEqual(['too_many_steps', 'too_many_clicks s0'])
    expect(checkFlow(flow(chain(15)), []).every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('says what to do in a sentence', () => {
    expect(checkFlow(flow(withStep(check(to('do')))), []).map(({ message }) => message)).toEqual([
      'Lead to “Pass on” from another step, or remove it: nothing leads there.',
      'Set a retry limit on the way back in the loop of “Do”, “Check”, and where it leads afterwards.',
    ])
  })
})
