import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildClosure } from '#shared/flow/build-closure.ts'
import { checkFlow } from '#shared/flow/check-flow.ts'
import type { Flow, FlowClosure, FlowRef } from '#shared/flow/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import { publishFlow } from '#shared/flow/publish-flow.ts'
import { subflowsOf } from '#shared/flow/subflow-order.ts'
import { readSeedFlows } from './read-seed-flows.ts'
import { runFlow } from './testing/run-flow.ts'
import { runs } from './testing/runs.ts'

const drafts = await readSeedFlows()
const guides = drafts.filter(({ kind }) => kind === 'troubleshooting')
const published = new Map<FlowRef, Flow>()
for (const draft of drafts) {
  const made = publishFlow(draft, 1, Object.fromEntries(drafts.map(({ id }) => [id, 1])))
  if (made.ok) published.set(made.ref, made.flow)
}

function closureOf(id: string): FlowClosure {
  const built = buildClosure(flowRef(id, 1), (ref) => published.get(ref))
  if (!built.ok) throw new Error(`Not published: ${built.missing.join(', ')}`)
  return built.closure
}

describe('the flows that come with the product', () => {
  it('are read with each subflow before the flows that run it', () => {
    const order = drafts.map(({ id }) => id)
    expect(order.toSorted()).toEqual([
      'account-lockout',
      'confirm-caller',
      'outlook-not-connecting',
      'printer-offline',
    ])
    for (const [index, draft] of drafts.entries())
      for (const sub of subflowsOf(draft)) expect(order.slice(0, index)).toContain(sub)
  })

  it.each(drafts)('$id passes every check without a warning', (draft) => {
    const others = drafts.filter((other) => other !== draft)
    expect(checkFlow(draft, others)).toEqual([])
  })

  it.each(guides)('$id has 10 to 25 steps, several causes and a hand-off that says what it needs', (flow) => {
    const outcomes = flow.steps.flatMap((step) => (step.kind === 'outcome' ? [step] : []))
    expect(flow.steps.length).toBeGreaterThanOrEqual(10)
    expect(flow.steps.length).toBeLessThanOrEqual(25)
    const causes = outcomes.flatMap(({ outcome, cause }) => (outcome === 'resolved' ? [cause?.text] : []))
    expect(new Set(causes).size).toBeGreaterThanOrEqual(2)
    expect(causes).not.toContain(undefined)
    const handOffs = outcomes.filter(({ outcome }) => outcome !== 'resolved')
    expect(handOffs.some(({ outcome }) => outcome === 'escalate')).toBe(true)
    for (const { outcome, needs = [], openQuestion } of handOffs) {
      expect(needs.length).toBeGreaterThanOrEqual(2)
      if (outcome === 'escalate') expect(openQuestion).toMatch(/\?$/)
    }
  })

  it.each(guides)('$id is short enough to be read in a narrow panel', ({ steps }) => {
    for (const step of steps) {
      expect(step.title.length, step.title).toBeLessThanOrEqual(52)
      if (step.kind === 'question' || step.kind === 'verify') {
        expect(step.title, step.title).toMatch(/\?$/)
        expect(step.choices.length).toBeLessThanOrEqual(5)
        for (const { label } of step.choices) expect(label.length, label).toBeLessThanOrEqual(36)
      }
      if ('body' in step && step.body) expect(step.body.length, step.body).toBeLessThanOrEqual(320)
    }
  })
})

describe('a run', () => {
  it.each(runs)('of $flow, $name, leaves a true and readable note', async ({ flow, name, ...run }) => {
    const { session, note } = runFlow(closureOf(flow), run.ticket, run.moves)
    expect(session.outcome?.kind).toBe(run.outcome)
    expect(note).not.toMatch(/\{\{|missing\]/)
    const file = path.join(
      import.meta.dirname,
      'notes',
      flow,
      `${name.replace(/[^a-z]+/gi, '-').toLowerCase()}.txt`,
    )
    expect(note).toBe(await readFile(file, 'utf8'))
  })

  it.each(guides)('of $id gets from the ticket to resolved in eight moves, entering one thing', ({ id }) => {
    const short = runs.find(({ flow, outcome }) => flow === id && outcome === 'resolved')
    expect(short?.moves.length).toBeLessThanOrEqual(8)
    expect(short?.moves.filter((move) => 'enter' in move)).toHaveLength(1)
  })

  it.each(guides)(
    'of $id is there fixed, escalated, with a changed answer and with something else',
    ({ id }) => {
      const own = runs.filter(({ flow }) => flow === id)
      expect(own.filter(({ outcome }) => outcome === 'resolved').length).toBeGreaterThanOrEqual(2)
      expect(own.some(({ outcome }) => outcome === 'escalate')).toBe(true)
      expect(own.some(({ moves }) => moves.some((move) => 'change' in move))).toBe(true)
      expect(own.some(({ moves }) => moves.some((move) => 'did' in move))).toBe(true)
    },
  )
})
