import { describe, expect, it } from 'vitest'
import { buildClosure } from './build-closure.ts'
import { checkFlow } from './check-flow.ts'
import type { Flow, FlowDraft, Step } from './flow.ts'
import { publishFlow } from './publish-flow.ts'
import { waysOutFrom } from './shortest-path.ts'

const part: FlowDraft = {
  id: 'part',
  title: 'Part',
  kind: 'procedure',
  summary: '',
  symptoms: [],
  steps: [
    {
      id: 'a',
      start: true,
      kind: 'instruction',
      title: 'A',
      body: 'Press **go**',
      risk: 'safe',
      next: { to: 'b' },
    },
    {
      id: 'b',
      kind: 'verify',
      title: 'B',
      choices: [
        { id: 'yes', label: 'Yes', passed: true, next: { to: 'good' } },
        { id: 'no', label: 'No', passed: false, next: { to: 'a', retry: { limit: 1, otherwise: 'bad' } } },
      ],
    },
    { id: 'good', kind: 'outcome', title: 'Good', outcome: 'resolved' },
    { id: 'bad', kind: 'outcome', title: 'Bad', outcome: 'escalate' },
  ],
}
const whole: FlowDraft = {
  ...part,
  id: 'whole',
  steps: [
    { id: 'run', start: true, kind: 'subflow', title: 'Run', flow: 'part', on: { escalate: { to: 'call' } } },
    { id: 'call', kind: 'instruction', title: 'Call', risk: 'safe', next: { to: 'refer' } },
    { id: 'refer', kind: 'outcome', title: 'Refer', outcome: 'refer' },
  ],
}
const published = (draft: FlowDraft, version: number, pins: Record<string, number> = {}) => {
  const result = publishFlow(draft, version, pins)
  if (!result.ok) throw new Error(result.missing.join())
  return result
}
const versions: Record<string, Flow> = Object.fromEntries(
  [published(part, 3), published(whole, 1, { part: 3 })].map(({ ref, flow }) => [ref, flow]),
)

describe('publishFlow', () => {
  it('parses bodies and pins subflows', () => {
    expect(versions['part@3']?.steps[0]).toMatchObject({
      body: [{ type: 'paragraph', children: [{ type: 'text' }, { type: 'strong' }] }],
    })
    expect(versions['whole@1']?.steps[0]).toMatchObject({ flow: 'part@3' })
  })

  it('names the subflows that have no version', () => {
    expect(publishFlow(whole, 1, {})).toEqual({ ok: false, missing: ['part'] })
  })
})

describe('buildClosure', () => {
  it('holds everything a flow can run, at its pinned version', () => {
    const built = buildClosure('whole@1', (ref) => versions[ref])
    expect(built.ok && Object.keys(built.closure.flows)).toEqual(['whole@1', 'part@3'])
  })

  it('names the versions it lacks', () => {
    const built = buildClosure('whole@1', (ref) => (ref === 'whole@1' ? versions[ref] : undefined))
    expect(built).toEqual({ ok: false, missing: ['part@3'] })
  })
})

describe('waysOutFrom', () => {
  it('counts the fewest clicks to each outcome, through subflows', () => {
    const built = buildClosure('whole@1', (ref) => versions[ref])
    if (!built.ok) throw new Error('no closure')
    const never = { resolved: Infinity, escalate: Infinity, refer: Infinity }
    expect(waysOutFrom(built.closure, 'part@3', 'a')).toEqual({
      exits: { resolved: 2, escalate: 2, refer: Infinity },
      ends: never,
    })
    expect(waysOutFrom(built.closure, 'part@3', 'good').exits.resolved).toBe(0)
    expect(waysOutFrom(built.closure, 'whole@1', 'run')).toEqual({
      exits: { ...never, refer: 3 },
      ends: { ...never, resolved: 2 },
    })
    expect(waysOutFrom(built.closure, 'whole@1', 'nowhere')).toEqual({ exits: never, ends: never })
  })
})

describe('a flow two levels above', () => {
  it('sees the session end inside the subflow of its subflow, whatever edges it has itself', () => {
    const run = { id: 'r', start: true as const, kind: 'subflow' as const, title: 'R', flow: 'whole' }
    const good = part.steps.filter(({ id }) => id === 'good')
    const outer = published(
      { ...part, id: 'outer', steps: [{ ...run, on: { resolved: { to: 'good' } } }, ...good] },
      1,
      {
        whole: 1,
      },
    )
    const built = buildClosure(outer.ref, (ref) => (ref === outer.ref ? outer.flow : versions[ref]))
    expect(built.ok && waysOutFrom(built.closure, outer.ref, 'r').ends).toEqual({
      resolved: 2,
      escalate: Infinity,
      refer: 3,
    })
  })
})

describe('a large flow', () => {
  /** A long chain with a limited loop at every step. */
  const chain = (length: number): FlowDraft => ({
    ...part,
    id: 'chain',
    steps: [
      ...Array.from(
        { length },
        (_, n): Step<string> => ({
          id: `s${n}`,
          ...(n === 0 && { start: true as const }),
          kind: 'question',
          title: `Step ${n}`,
          choices: [
            { id: 'on', label: 'On', next: { to: n + 1 < length ? `s${n + 1}` : 'b' } },
            { id: 'back', label: 'Back', next: { to: 's0', retry: { limit: 1, otherwise: 'bad' } } },
          ],
        }),
      ),
      ...part.steps.slice(1).map((step) =>
        step.kind === 'verify'
          ? {
              ...step,
              id: 'b',
              choices: step.choices.map((choice) => ({
                ...choice,
                next: { to: choice.passed ? 'good' : 'bad' },
              })),
            }
          : step,
      ),
    ],
  })

  it('is checked however many steps it has', () => {
    expect(checkFlow(chain(20_000), []).map(({ code }) => code)).toEqual([
      'too_many_steps',
      'too_many_clicks',
    ])
  })
})
