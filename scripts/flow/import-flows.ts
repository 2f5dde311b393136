import { parseFlowFile } from '#shared/contracts/parse-flow-file.ts'
import type { FlowLibrary } from './flow-library.ts'

/** A file of flows, and what to do with it. */
export interface FlowImport {
  /** Named in what is printed. */
  file: string
  text: string
  /** Leaves them unpublished. */
  draft: boolean
  print(line: string): void
}

/**
 * Stores each flow, prints what its check finds, and publishes those without errors. Resolves to whether none had any.
 * Throws, naming what is wrong, where the text holds no flows.
 */
export async function importFlows(
  library: FlowLibrary,
  { file, text, draft: keep, print }: FlowImport,
): Promise<boolean> {
  const read = parseFlowFile(text)
  if (!read.ok)
    throw new Error([`${file} is not a flow yet:`, ...read.problems.map((each) => `  ${each}`)].join('\n'))
  let isClean = true
  for (const draft of read.flows) {
    const { id } = draft
    if (!(await library.create(draft))) await library.save(draft)
    const findings = await library.check(id)
    for (const { severity, step, message } of findings)
      print(`${severity} in ${id}${step === undefined ? '' : `, step ${step}`}: ${message}`)
    const hasErrors = findings.some(({ severity }) => severity === 'error')
    if (hasErrors) isClean = false
    print(
      hasErrors || keep
        ? `${id}: kept as a draft.`
        : `${id}: published as version ${await library.publish(id)}.`,
    )
  }
  return isClean
}
