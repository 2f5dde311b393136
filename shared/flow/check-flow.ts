import { checkAnswers } from './checks/answers.ts'
import { checkLength } from './checks/length.ts'
import { checkLoops } from './checks/loops.ts'
import { checkNames } from './checks/names.ts'
import { checkDeadEnds, checkUnreachable } from './checks/reach.ts'
import { checkRisks } from './checks/risks.ts'
import { checkStarts } from './checks/starts.ts'
import { checkSubflows } from './checks/subflows.ts'
import { checkTargets } from './checks/targets.ts'
import { checkVariables } from './checks/variables.ts'
import { checkVerified } from './checks/verified.ts'
import { graphOf } from './draft-graph.ts'
import type { Finding } from './finding.ts'
import type { Flow } from './flow.ts'

const CHECKS = [
  checkStarts,
  checkNames,
  checkTargets,
  checkAnswers,
  checkUnreachable,
  checkDeadEnds,
  checkLoops,
  checkVerified,
  checkSubflows,
  checkRisks,
  checkVariables,
  checkLength,
]

/**
 * Everything wrong with a flow, errors first. `others` are the flows its subflow steps may name, as drafts or as
 * published. A flow without errors always lets the technician finish, and never calls something resolved that
 * was not verified. Linear in the steps of all flows involved.
 */
export function checkFlow(flow: Flow<unknown>, others: Flow<unknown>[]): Finding[] {
  const graph = graphOf(flow, others)
  const findings = CHECKS.flatMap((check) => check(graph))
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ]
}
