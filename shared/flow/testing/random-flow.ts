import { chance, pick, type Random, whole } from '../../testing/seeded-random.ts'
import { buildClosure } from '../build-closure.ts'
import type { Choice, Condition, Edge, Flow, FlowClosure, FlowDraft, FlowRef, Step } from '../flow.ts'
import { flowRef } from '../flow-ref.ts'
import { publishFlow } from '../publish-flow.ts'
import { successorsOf } from '../successors.ts'

type DraftStep = Step<string>

const OUTCOMES = ['resolved', 'escalate', 'refer'] as const

/** Sound drafts that use each other, the last one the root: branches, decisions, subflows and limited loops. */
export function randomDrafts(random: Random, steps = 8): FlowDraft[] {
  const drafts: FlowDraft[] = []
  for (let n = whole(random, 3); n >= 0; n--)
    drafts.push(randomDraft(random, `flow-${drafts.length}`, steps, drafts))
  return drafts
}

/** The closure of `randomDrafts`, published. */
export function randomClosure(random: Random, steps = 8): FlowClosure {
  const closure = closureOf(randomDrafts(random, steps))
  if (!closure) throw new Error('A random flow names one that does not exist.')
  return closure
}

/** Drafts published as version 1 with the last one as root; null where one names a flow that is not there. */
export function closureOf(drafts: FlowDraft[]): FlowClosure | null {
  const pins = Object.fromEntries(drafts.map(({ id }) => [id, 1]))
  const published = drafts.map((draft) => publishFlow(draft, 1, pins))
  const flows = new Map(published.flatMap((one): [FlowRef, Flow][] => (one.ok ? [[one.ref, one.flow]] : [])))
  const root = drafts[drafts.length - 1]
  const built = root && buildClosure(flowRef(root.id, 1), (ref) => flows.get(ref))
  return built?.ok ? built.closure : null
}

function randomDraft(random: Random, id: string, size: number, others: FlowDraft[]): FlowDraft {
  const length = 1 + whole(random, size)
  const steps = Array.from({ length }, (_, n) => randomStep(random, n, length, others))
  const ends: DraftStep[] = OUTCOMES.map((outcome) => ({
    id: outcome,
    kind: 'outcome',
    title: outcome,
    outcome,
  }))
  const all = [...steps, finalCheck(random, length), ...ends]
  return { id, title: id, kind: 'troubleshooting', summary: '', symptoms: [], steps: reachable(all) }
}

function finalCheck(random: Random, length: number): DraftStep {
  return {
    id: `s${length}`,
    kind: 'verify',
    title: 'Does it work?',
    choices: [
      { ...choice('yes', { to: 'resolved' }), passed: true },
      {
        ...choice('no', chance(random, 0.5) ? back(random, length, 'escalate') : { to: 'escalate' }),
        passed: false,
      },
    ],
  }
}

function randomStep(random: Random, n: number, length: number, others: FlowDraft[]): DraftStep {
  const id = `s${n}`
  const base = { id, title: `Step ${n}`, ...(n === 0 && { start: true as const }) }
  const edge = () => randomEdge(random, n, length)
  const choices = () => Array.from({ length: 1 + whole(random, 4) }, (_, c) => choice(`c${c}`, edge()))
  const kinds = ['question', 'question', 'instruction', 'input', 'decision', 'verify', 'subflow'] as const
  switch (pick(random, kinds)) {
    case 'question':
      return { ...base, kind: 'question', choices: choices() }
    case 'instruction': {
      const risk = pick(random, ['safe', 'disruptive', 'destructive'] as const)
      return {
        ...base,
        kind: 'instruction',
        risk,
        target: pick(random, ['{{company.name}}', '{{input.v1}}']),
        next: edge(),
      }
    }
    case 'input': {
      const field = { name: `v${whole(random, 3)}`, label: 'Value', required: chance(random, 0.5) }
      return {
        ...base,
        kind: 'input',
        fields: [{ ...field, type: pick(random, ['text', 'number'] as const) }],
        next: edge(),
      }
    }
    case 'decision': {
      const branches = Array.from({ length: whole(random, 3) }, () => ({
        when: [condition(random)],
        next: edge(),
      }))
      return { ...base, kind: 'decision', branches, otherwise: edge() }
    }
    case 'verify':
      return {
        ...base,
        kind: 'verify',
        choices: [
          ...choices().map((one) => ({ ...one, passed: false })),
          { ...choice('yes', { to: pick(random, ['resolved', `s${length}`]) }), passed: true },
        ],
      }
    default: {
      if (others.length === 0) return { ...base, kind: 'question', choices: choices() }
      const on = Object.fromEntries(
        OUTCOMES.filter(() => chance(random, 0.6)).map((outcome) => [outcome, edge()]),
      )
      return { ...base, kind: 'subflow', flow: pick(random, others).id, on }
    }
  }
}

function choice(id: string, next: Edge): Choice {
  return { id, label: id, next }
}

/** Forward, or back with a limit. */
function randomEdge(random: Random, n: number, length: number): Edge {
  const forward = chance(random, 0.1)
    ? pick(random, ['escalate', 'refer'])
    : `s${n + 1 + whole(random, Math.min(3, length - n))}`
  return chance(random, 0.2) ? back(random, n, forward) : { to: forward }
}

function back(random: Random, n: number, otherwise: string): Edge {
  return { to: `s${whole(random, n + 1)}`, retry: { limit: 1 + whole(random, 3), otherwise } }
}

function condition(random: Random): Condition {
  const variable = pick(random, ['company.name', 'contact.name', 'input.v0', 'input.v1', 'input.v2'])
  const test = pick(random, [
    'equals',
    'differs',
    'contains',
    'above',
    'below',
    'present',
    'missing',
  ] as const)
  return { variable, test, value: pick(random, ['5', 'Hill', '']) }
}

/** Without the steps that nothing leads to. */
function reachable(steps: DraftStep[]): DraftStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const reached = new Set(steps.slice(0, 1).map(({ id }) => id))
  for (const id of reached) {
    const step = byId.get(id)
    for (const next of step ? successorsOf(step) : []) reached.add(next)
  }
  return steps.filter(({ id }) => reached.has(id))
}
