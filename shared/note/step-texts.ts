import type { FlowClosure, Step } from '../flow/flow.ts'
import type { StepAddress } from '../session/event.ts'
import { stepOf } from '../session/place.ts'
import type { Session } from '../session/session.ts'
import { lookupIn } from '../session/variables.ts'
import { seqOf } from './edit-lines.ts'
import { type NoteStrings, say } from './strings.ts'

/** Reads a session's steps and fills the variables of their texts. */
export interface StepTexts {
  step(address: StepAddress): Step | undefined
  /** The step's own id, for steps that the closure does not hold. */
  id(address: StepAddress): string
  /** Variables filled as they stood once the act of that sequence had happened; a missing one shows as missing. */
  fill(text: string, seq: number): string
}

/** A captured value, and the sequences from which and before which it counted. */
interface Stretch {
  value: string
  from: number
  until: number
}

export function stepTexts(session: Session, closure: FlowClosure | null, strings: NoteStrings): StepTexts {
  const fact = lookupIn(session)
  const inputs = stretchesOf(session, closure)
  const read = (name: string, seq: number): string | undefined =>
    name.startsWith('input.')
      ? inputs.get(name.slice('input.'.length))?.findLast(({ from, until }) => from <= seq && seq < until)
          ?.value
      : fact(name)
  return {
    step: (address) => stepOf(closure, address),
    id(address) {
      const last = address.at(-1) ?? ''
      return last.slice(last.indexOf(':') + 1) || strings.untitledStep
    },
    fill: (text, seq) =>
      text.replace(
        /\{\{\s*([\w.-]+)\s*\}\}/g,
        (_, name: string) => read(name, seq) ?? say(strings.missing, { name }),
      ),
  }
}

/** The values each input had, oldest first: the rules of capturing and of going back, over the whole log. */
function stretchesOf(session: Session, closure: FlowClosure | null): Map<string, Stretch[]> {
  const inputs = new Map<string, Stretch[]>()
  for (const { event, seq, standing, by } of session.acts) {
    if (event.type !== 'captured' || standing === 'late' || standing === 'struck') continue
    const step = stepOf(closure, event.step)
    const until = standing === 'superseded' && by ? seqOf(session, by) : Number.POSITIVE_INFINITY
    for (const { name } of step?.kind === 'input' ? step.fields : []) {
      const value = Object.hasOwn(event.values, name) ? (event.values[name] ?? '') : ''
      if (!value.trim()) continue
      const stretches = inputs.get(name)
      if (stretches) stretches.push({ value, from: seq, until })
      else inputs.set(name, [{ value, from: seq, until }])
    }
  }
  return inputs
}
