import type { DraftGraph } from '../draft-graph.ts'
import { error, type Finding, type FindingCode } from '../finding.ts'

/** Step ids are unique in a flow; choices, their labels and input fields are unique in their step. */
export function checkNames({ flow }: DraftGraph): Finding[] {
  const findings = repeated(flow.steps.map(({ id }) => id)).map((id) =>
    error('duplicate_step', id, `Give each step its own id: “${id}” is used more than once.`),
  )
  for (const step of flow.steps) {
    const report = (code: FindingCode, names: string[], what: string) => {
      for (const name of repeated(names)) {
        findings.push(
          error(
            code,
            step.id,
            `Give each ${what} of “${step.title}” its own name: “${name}” is there twice.`,
          ),
        )
      }
    }
    if (step.kind === 'question' || step.kind === 'verify') {
      report(
        'duplicate_choice',
        step.choices.map(({ id }) => id),
        'choice id',
      )
      report(
        'duplicate_label',
        step.choices.map(({ label }) => label.trim().toLowerCase()),
        'choice',
      )
    }
    if (step.kind === 'input')
      report(
        'duplicate_field',
        step.fields.map(({ name }) => name),
        'field',
      )
  }
  return findings
}

/** The names that occur more than once, each once. */
function repeated(names: string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const name of names) (seen.has(name) ? twice : seen).add(name)
  return [...twice]
}
