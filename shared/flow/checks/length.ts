import { noWayOut } from '../distances.ts'
import type { DraftGraph } from '../draft-graph.ts'
import { type Finding, warning } from '../finding.ts'

const MANY_STEPS = 40
const MANY_CLICKS = 15

/** A flow that is long to read, or long to walk, works better in parts. */
export function checkLength({ flow, starts, ways }: DraftGraph): Finding[] {
  const findings: Finding[] = []
  const { length } = flow.steps
  if (length > MANY_STEPS) {
    const message = `Move parts into subflows: ${length} steps are more than ${MANY_STEPS}.`
    findings.push(warning('too_many_steps', undefined, message))
  }
  const [start] = starts
  const { exits, ends } = start ? ways(start.id) : noWayOut
  const shortest = Math.min(exits.resolved, ends.resolved)
  if (Number.isFinite(shortest) && shortest > MANY_CLICKS) {
    const message = `Shorten the way to a solution: even the quickest takes ${shortest} clicks, more than ${MANY_CLICKS}.`
    findings.push(warning('too_many_clicks', start?.id, message))
  }
  return findings
}
