import type { DraftGraph } from '../draft-graph.ts'
import { error, type Finding } from '../finding.ts'

const DEEPEST = 10

/** Subflow steps run flows that exist, no flow comes back to itself, and flows do not nest without end. */
export function checkSubflows({ flow, subflow, depth, cycle }: DraftGraph): Finding[] {
  const findings: Finding[] = []
  for (const step of flow.steps) {
    if (step.kind !== 'subflow' || subflow(step.flow)) continue
    const message = step.flow.trim()
      ? `Choose a published flow for “${step.title}”: there is none called “${step.flow}”.`
      : `Choose the flow that “${step.title}” runs.`
    findings.push(error('unknown_subflow', step.id, message))
  }
  if (!cycle && depth > DEEPEST) {
    const message = `Let at most ${DEEPEST} flows run in one another: here ${depth} do.`
    findings.push(error('subflow_too_deep', undefined, message))
  }
  if (!cycle) return findings
  const circle = cycle.map((id) => `“${id}”`).join(' → ')
  const first = flow.steps.find((step) => step.kind === 'subflow' && cycle.includes(step.flow))
  findings.push(
    error('subflow_cycle', first?.id, `Let no flow run itself: ${circle} leads back to its beginning.`),
  )
  return findings
}
