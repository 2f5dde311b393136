import type { FlowClosure, Step } from '../flow/flow.ts'
import type { StepAddress } from '../session/event.ts'
import { stepOf } from '../session/place.ts'
import type { Session } from '../session/session.ts'
import { lookupIn } from '../session/variables.ts'
import { type NoteStrings, say } from './strings.ts'

/** Reads a session's steps and fills the variables of their texts. */
export interface StepTexts {
  step(address: StepAddress): Step | undefined
  /** The step's own id, for steps that the closure does not hold. */
  id(address: StepAddress): string
  /** Variables filled as they stand now; a missing one shows as missing. */
  fill(text: string): string
}

export function stepTexts(session: Session, closure: FlowClosure | null, strings: NoteStrings): StepTexts {
  const lookup = lookupIn(session)
  return {
    step: (address) => stepOf(closure, address),
    id(address) {
      const last = address.at(-1) ?? ''
      return last.slice(last.indexOf(':') + 1) || strings.untitledStep
    },
    fill: (text) =>
      text.replace(
        /\{\{\s*([\w.-]+)\s*\}\}/g,
        (_, name: string) => lookup(name) ?? say(strings.missing, { name }),
      ),
  }
}
