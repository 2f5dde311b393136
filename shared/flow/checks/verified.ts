import { type DraftGraph, unverifiedIn } from '../draft-graph.ts'
import { error, type Finding } from '../finding.ts'
import { reachesUnverified } from '../unverified.ts'

/** Nothing counts as resolved that was not verified: every way there passes a verify step. */
export function checkVerified({ flow, subflow }: DraftGraph): Finding[] {
  return reachesUnverified(flow, (key) => unverifiedIn(subflow(key))).map(({ id, title }) =>
    error(
      'resolved_unverified',
      id,
      `Put a verify step on every way to “${title}”: it can be reached without one.`,
    ),
  )
}
