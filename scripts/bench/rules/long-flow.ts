import { buildClosure } from '#shared/flow/build-closure.ts'
import type { FlowClosure, FlowDraft, Step } from '#shared/flow/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import { publishFlow } from '#shared/flow/publish-flow.ts'
import type { EventBody, LogEntry } from '#shared/session/event.ts'

const id = 'long-flow'
const kinds = ['question', 'input', 'instruction', 'decision', 'question'] as const

/** A sound flow of so many steps in a row, of every kind that a technician walks, with loops back and exits. */
export function longFlow(steps: number): FlowDraft {
  const walked = steps - 3
  return {
    id,
    title: 'A long flow',
    kind: 'troubleshooting',
    summary: 'Many steps in a row',
    symptoms: ['everything is broken'],
    steps: [
      ...Array.from({ length: walked }, (_, n) => stepAt(n)),
      {
        id: `s${walked}`,
        kind: 'verify',
        title: 'Does it work again?',
        choices: [
          { id: 'yes', label: 'Works', passed: true, next: { to: 'resolved' } },
          { id: 'no', label: 'Still broken', passed: false, next: { to: 'escalate' } },
        ],
      },
      { id: 'resolved', kind: 'outcome', outcome: 'resolved', title: 'It works again' },
      { id: 'escalate', kind: 'outcome', outcome: 'escalate', title: 'Hand to tier 2' },
    ],
  }
}

function stepAt(n: number): Step<string> {
  const next = { to: `s${n + 1}` }
  const common = { id: `s${n}`, title: `Step ${n}`, ...(n === 0 && { start: true as const }) }
  const kind = kinds[n % kinds.length]
  switch (kind) {
    case 'input':
      return {
        ...common,
        kind,
        body: `Ask **{{contact.name}}** for value ${n}.`,
        fields: [{ name: `v${n}`, label: `Value ${n}`, type: 'text', required: true }],
        next,
      }
    case 'instruction':
      return { ...common, kind, body: `Enter {{input.v${n - 1}}} and *wait*.`, risk: 'safe', next }
    case 'decision': {
      const when = [{ variable: `input.v${n - 2}`, test: 'equals' as const, value: 'other' }]
      return { ...common, kind, branches: [{ when, next: { to: `s${n + 2}` } }], otherwise: next }
    }
    default: {
      const back = { to: `s${Math.max(0, n - 4)}`, retry: { limit: 2, otherwise: 'escalate' } }
      return {
        ...common,
        kind: 'question',
        choices: [
          { id: 'yes', label: 'Yes', next, rulesOut: `cause ${n}` },
          { id: 'again', label: 'Not sure', next: back },
          { id: 'no', label: 'No', next: { to: 'escalate' } },
        ],
      }
    }
  }
}

/** The same flow, published. */
export function longClosure(steps: number): FlowClosure {
  const published = publishFlow(longFlow(steps), 1, {})
  const built = published.ok ? buildClosure(published.ref, () => published.flow) : null
  if (built === null || !built.ok) throw new Error('The long flow could not be published.')
  return built.closure
}

/** The log of a walk from its first step to its end, with an act of the technician's own at every tenth step. */
export function longLog(steps: number): LogEntry[] {
  const bodies: EventBody[] = []
  for (let n = 0; n < steps - 3; n++) {
    const step = [`${flowRef(id, 1)}:s${n}`]
    const kind = kinds[n % kinds.length]
    if (kind === 'question') bodies.push({ type: 'answered', step, choice: 'yes' })
    if (kind === 'input') bodies.push({ type: 'captured', step, values: { [`v${n}`]: `value ${n}` } })
    if (kind === 'instruction') bodies.push({ type: 'done', step })
    if (n % 10 === 0) bodies.push({ type: 'acted', text: `Restarted service ${n}` })
  }
  bodies.push({ type: 'answered', step: [`${flowRef(id, 1)}:s${steps - 3}`], choice: 'yes' })
  return bodies.map((body, index) => ({
    seq: index + 1,
    event: {
      id: `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      v: 1,
      at: new Date(Date.UTC(2026, 10, 24) + index * 10_000).toISOString(),
      by: walker,
      ...body,
    },
  }))
}

/** Who walks. */
export const walker = '01980000-0000-7000-8000-00000000000a'
