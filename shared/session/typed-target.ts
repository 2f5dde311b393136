import type { InstructionStep } from '../flow/flow.ts'
import { fillText } from '../markdown/fill-variables.ts'
import type { Session } from './session.ts'
import { lookupIn } from './variables.ts'

/**
 * What must be typed before a destructive instruction counts as done, variables filled. `text` is null for other
 * instructions and where a variable is missing: then `anything` says whether the technician names it themselves.
 */
export function typedTarget(
  session: Session,
  step: InstructionStep<unknown>,
): { text: string | null; anything: boolean } {
  if (step.risk !== 'destructive') return { text: null, anything: false }
  const { text, missing } = fillText(step.target ?? '', lookupIn(session))
  return text.trim() && missing.length === 0
    ? { text: text.trim(), anything: false }
    : { text: null, anything: true }
}

/** Whether what was typed lets the instruction be marked done; case and outer blanks do not matter. */
export function typedRight(session: Session, step: InstructionStep<unknown>, typed = ''): boolean {
  const { text, anything } = typedTarget(session, step)
  if (anything) return typed.trim() !== ''
  return text === null || typed.trim().toLowerCase() === text.toLowerCase()
}
