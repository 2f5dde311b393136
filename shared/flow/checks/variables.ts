import type { DraftGraph } from '../draft-graph.ts'
import { type Finding, warning } from '../finding.ts'
import type { Step } from '../flow.ts'

const FACT = /^(?:ticket|company|contact|configuration)\.[A-Za-z]\w*$/

/** Texts and conditions name variables of the ticket, or inputs that are captured somewhere. */
export function checkVariables({ flow, inputs }: DraftGraph): Finding[] {
  const known = (name: string) =>
    FACT.test(name) || (name.startsWith('input.') && inputs.has(name.slice('input.'.length)))
  return flow.steps.flatMap((step) =>
    [...namesIn(step)]
      .filter((name) => !known(name))
      .map((name) =>
        warning(
          'unknown_variable',
          step.id,
          `Check the variable “${name}” in “${step.title}”: nothing in this flow gives it a value.`,
        ),
      ),
  )
}

function namesIn(step: Step<unknown>): Set<string> {
  const names = new Set(
    [...JSON.stringify(step).matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map(([, name]) => name ?? ''),
  )
  for (const branch of step.kind === 'decision' ? step.branches : []) {
    for (const { variable } of branch.when) names.add(variable)
  }
  return names
}
