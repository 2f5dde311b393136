import type { FlowClosure, Step } from '../flow/flow.ts'
import { fillRun } from '../markdown/fill-variables.ts'
import type { StepAddress } from '../session/event.ts'
import { stepOf } from '../session/place.ts'
import type { Session } from '../session/session.ts'
import { lookupIn } from '../session/variables.ts'
import { audienceOfWords, isFigure, saidOfLine } from './audience.ts'
import { seqOf } from './edit-lines.ts'
import { type NoteStrings, say } from './strings.ts'

/** Reads a session's steps and fills the variables of their texts. */
export interface StepTexts {
  step(address: StepAddress): Step | undefined
  /** The step's own id, for steps that the closure does not hold. */
  id(address: StepAddress): string
  /** Variables filled as they stood once the act of that sequence had happened; a missing one shows as missing. */
  fill(text: string, seq: number): string
  /** Whether that fills in what a technician wrote freely into an input and did not let the client read. */
  holdsWords(text: string, seq: number): boolean
}

/** A captured value, and the sequences from which and before which it counted. */
interface Stretch {
  value: string
  internal: boolean
  from: number
  until: number
}

const PLACE = /\{\{\s*([\w.-]+)\s*\}\}/g

/** The texts of a session's steps; `closure` null for work without a flow, `strings` for what shows as missing. */
export function stepTexts(session: Session, closure: FlowClosure | null, strings: NoteStrings): StepTexts {
  const fact = lookupIn(session)
  const inputs = stretchesOf(session, closure)
  const spoken = session.header.rules > 2
  const input = (name: string, seq: number): Stretch | undefined =>
    inputs.get(name.slice('input.'.length))?.findLast(({ from, until }) => from <= seq && seq < until)
  const read = (name: string, seq: number): string | undefined =>
    name.startsWith('input.') ? input(name, seq)?.value : fact(name)
  return {
    step: (address) => stepOf(closure, address),
    id(address) {
      const last = address.at(-1) ?? ''
      return last.slice(last.indexOf(':') + 1) || strings.untitledStep
    },
    fill: (text, seq) =>
      fillRun(text, (name) => read(name, seq))
        .map((piece) => (typeof piece === 'string' ? piece : missing(piece.missing, spoken, strings)))
        .join(''),
    holdsWords: (text, seq) =>
      [...text.matchAll(PLACE)].some(
        ([, name = '']) => name.startsWith('input.') && input(name, seq)?.internal,
      ),
  }
}

/** What stands in place of a variable without a value; under rules versions 1 and 2 always its name. */
function missing(name: string, spoken: boolean, strings: NoteStrings): string {
  const what = spoken && Object.hasOwn(strings.variables, name) ? strings.variables[name] : undefined
  return what ? say(strings.notOnTicket, { what }) : say(strings.missing, { name })
}

/** The values each input had, oldest first: the rules of capturing and of going back, over the whole log. */
function stretchesOf(session: Session, closure: FlowClosure | null): Map<string, Stretch[]> {
  const inputs = new Map<string, Stretch[]>()
  for (const { event, seq, standing, by } of session.acts) {
    if (event.type !== 'captured' || standing === 'late' || standing === 'struck') continue
    const step = stepOf(closure, event.step)
    const until = standing === 'superseded' && by ? seqOf(session, by) : Number.POSITIVE_INFINITY
    const said = standing === 'stands' ? saidOfLine(session, `act:${event.id}`) : undefined
    const shown = audienceOfWords(session, said)
    for (const { name, type } of step?.kind === 'input' ? step.fields : []) {
      const value = Object.hasOwn(event.values, name) ? (event.values[name] ?? '') : ''
      if (!value.trim()) continue
      const stretch = {
        value,
        from: seq,
        until,
        internal: shown === 'internal' && !(type === 'number' && isFigure(value)),
      }
      const stretches = inputs.get(name)
      if (stretches) stretches.push(stretch)
      else inputs.set(name, [stretch])
    }
  }
  return inputs
}
