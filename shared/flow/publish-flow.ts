import { parseMarkdown } from '../markdown/parse-markdown.ts'
import type { Flow, FlowDraft, FlowRef, Step } from './flow.ts'
import { flowIdOf, flowRef } from './flow-ref.ts'

export type Published =
  | { ok: true; ref: FlowRef; flow: Flow }
  /** Ids of subflows for which no version was given. */
  | { ok: false; missing: string[] }

/**
 * A draft as published version `version`: bodies parsed to trees, each subflow step pinned to the version that
 * `pins` gives for its flow id. The draft is expected to have passed `checkFlow`.
 */
export function publishFlow(draft: FlowDraft, version: number, pins: Record<string, number>): Published {
  const missing = new Set<string>()
  const steps = draft.steps.map((step): Step => {
    switch (step.kind) {
      case 'decision':
        return step
      case 'subflow': {
        const id = flowIdOf(step.flow)
        const pinned = Object.hasOwn(pins, id) ? pins[id] : undefined
        if (pinned === undefined) missing.add(id)
        return { ...step, flow: flowRef(id, pinned ?? 0) }
      }
      default: {
        const { body, ...rest } = step
        return body === undefined ? rest : { ...rest, body: parseMarkdown(body) }
      }
    }
  })
  if (missing.size > 0) return { ok: false, missing: [...missing] }
  return { ok: true, ref: flowRef(draft.id, version), flow: { ...draft, steps } }
}
