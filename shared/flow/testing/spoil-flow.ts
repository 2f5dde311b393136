import { chance, pick, type Random } from '../../testing/seeded-random.ts'
import type { Edge, FlowDraft, Step } from '../flow.ts'

type DraftStep = Step<string>

/** A draft with something changed at random: it may have become unsound, or just different. */
export function spoilFlow(random: Random, draft: FlowDraft): FlowDraft {
  if (draft.steps.length === 0) return draft
  const spoilt = pick(random, draft.steps).id
  const steps = draft.steps.flatMap((step): DraftStep[] => {
    if (step.id !== spoilt) return [step]
    if (chance(random, 0.05)) return []
    if (chance(random, 0.05)) return [step, step]
    const { start: _, ...rest } = step
    if (chance(random, 0.05)) return [step.start ? rest : { ...step, start: true }]
    return [spoilStep(random, step, draft)]
  })
  return { ...draft, steps }
}

function spoilStep(random: Random, step: DraftStep, draft: FlowDraft): DraftStep {
  const edge = (given: Edge) => (chance(random, 0.6) ? spoilEdge(random, given, draft) : given)
  switch (step.kind) {
    case 'question':
      return {
        ...step,
        choices: step.choices.slice(0, 3).map((choice) => ({ ...choice, next: edge(choice.next) })),
      }
    case 'verify':
      return {
        ...step,
        choices: step.choices.map((choice) => ({
          ...choice,
          next: edge(choice.next),
          passed: chance(random, 0.2) ? !choice.passed : choice.passed,
        })),
      }
    case 'instruction':
    case 'input':
      return { ...step, next: edge(step.next) }
    case 'decision': {
      const { otherwise, ...rest } = step
      const branches = step.branches.map((branch) => ({ ...branch, next: edge(branch.next) }))
      return otherwise && chance(random, 0.9)
        ? { ...rest, branches, otherwise: edge(otherwise) }
        : { ...rest, branches }
    }
    case 'subflow': {
      const { resolved, ...on } = step.on
      const flow = pick(random, [step.flow, step.flow, draft.id, 'no-such-flow'])
      return { ...step, flow, on: resolved && chance(random, 0.7) ? { ...on, resolved: edge(resolved) } : on }
    }
    case 'outcome':
      return { ...step, outcome: pick(random, ['resolved', 'escalate', 'refer'] as const) }
    default:
      return step satisfies never
  }
}

function spoilEdge(random: Random, edge: Edge, draft: FlowDraft): Edge {
  const target = chance(random, 0.03) ? 'nowhere' : pick(random, draft.steps).id
  if (!edge.retry) return { to: target }
  return chance(random, 0.5)
    ? { to: edge.to }
    : { ...edge, retry: { limit: edge.retry.limit, otherwise: target } }
}
