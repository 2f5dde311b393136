import type { Step } from '../flow/flow.ts'
import { oneLine } from './clean-text.ts'
import { type NoteStrings, say } from './strings.ts'

/**
 * What something pasted or dropped is called. Its title is often the name of the step it was kept at, which the step's
 * own line has as well: then it says that it is a result. `fill` fills the variables of the step's texts.
 */
export function evidenceTitle(
  title: string,
  step: Step | undefined,
  fill: (text: string) => string,
  strings: NoteStrings,
): string {
  const given = oneLine(title)
  if (!given) return strings.untitledEvidence
  const names = step ? ['noted' in step ? step.noted : undefined, step.title] : []
  const isOfStep = names.some((name) => name && oneLine(fill(name)) === given)
  return isOfStep ? say(strings.evidenceOf, { title: given }) : given
}
