import type { Flow } from '#shared/flow/flow.ts'
import { toPlainText } from '#shared/markdown/to-plain-text.ts'
import { buildIndex, type Index, type Searchable } from '#shared/search/build-index.ts'

/** An index over flows by title, symptoms, summary and steps. */
export function indexFlows(flows: readonly Flow<unknown>[]): Index {
  return buildIndex(flows.map(toSearchable))
}

function toSearchable(flow: Flow<unknown>): Searchable {
  const steps = flow.steps.flatMap((step) => [
    step.title,
    ...('choices' in step ? step.choices.map(({ label }) => label) : []),
    ...('body' in step ? [bodyText(step.body)] : []),
  ])
  return {
    id: flow.id,
    title: flow.title,
    symptoms: flow.symptoms,
    others: [
      { text: flow.summary, weight: 2 },
      { text: steps.join('\n'), weight: 0.5 },
    ],
  }
}

function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : Array.isArray(body) ? toPlainText(body) : ''
}
