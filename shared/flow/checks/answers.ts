import type { DraftGraph } from '../draft-graph.ts'
import { error, type Finding } from '../finding.ts'
import type { Step } from '../flow.ts'

/** Questions, verify steps and decisions offer every way out that they need. */
export function checkAnswers({ flow }: DraftGraph): Finding[] {
  return flow.steps.flatMap(checkStep)
}

function checkStep(step: Step<unknown>): Finding[] {
  const { id, title } = step
  if ((step.kind === 'question' || step.kind === 'verify') && step.choices.length === 0) {
    return [error('question_without_choices', id, `Add the possible answers of “${title}”.`)]
  }
  if (step.kind === 'decision' && !step.otherwise) {
    const message = `Choose where “${title}” leads when none of its conditions hold.`
    return [error('decision_without_else', id, message)]
  }
  if (step.kind !== 'verify') return []
  const findings: Finding[] = []
  if (!step.choices.some(({ passed }) => passed)) {
    findings.push(error('verify_without_pass', id, `Add the answer of “${title}” that means it works.`))
  }
  if (step.choices.every(({ passed }) => passed)) {
    findings.push(
      error('verify_without_fail', id, `Add the answer of “${title}” that means it does not work.`),
    )
  }
  return findings
}
