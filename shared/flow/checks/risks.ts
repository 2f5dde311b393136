import type { DraftGraph } from '../draft-graph.ts'
import { error, type Finding } from '../finding.ts'

/** A destructive instruction names what the technician types before it can be marked done. */
export function checkRisks({ flow }: DraftGraph): Finding[] {
  return flow.steps
    .filter((step) => step.kind === 'instruction' && step.risk === 'destructive' && !step.target?.trim())
    .map(({ id, title }) =>
      error(
        'destructive_without_target',
        id,
        `Name what “${title}” destroys, such as {{configuration.name}}: the technician types it first.`,
      ),
    )
}
