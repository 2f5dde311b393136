import type { FlowClosure } from '../flow/flow.ts'
import type { NotRelevantReason, SkipReason } from '../session/event.ts'
import { stepAt } from '../session/place.ts'
import type { Session } from '../session/session.ts'
import { oneLine } from './clean-text.ts'
import { type NoteStrings, say } from './strings.ts'

/** Why a step was skipped or is not relevant, and what the technician said of it. */
export type WhyPassed =
  | { type: 'skipped'; reason: SkipReason; words?: string }
  | { type: 'not_relevant'; reason: NotRelevantReason; words?: string }

/** `Skipped: Who cannot print? (not relevant, other device)`: never to be mistaken for an answer. */
export function passedOverText(title: string, why: WhyPassed, strings: NoteStrings): string {
  const reason = why.type === 'skipped' ? strings.skipped[why.reason] : strings.notRelevant[why.reason]
  const said = oneLine(why.words ?? '')
  const text = say(strings.passedOver, { title: oneLine(title) })
  const words = reason && said ? `${reason}: ${said}` : reason || said
  return words ? say(strings.withWords, { text, words }) : text
}

/** Whether the last check of a session was passed over, so that nobody saw that it works. */
export function isUnverified(session: Session, closure: FlowClosure | null): boolean {
  const last = session.acts.findLast(({ event, standing, before }) => {
    const step = stepAt(closure, before ?? null)
    if (standing !== 'stands' || step?.kind !== 'verify') return false
    if (event.type === 'skipped' || event.type === 'not_relevant') return true
    return 'choice' in event && step.choices.some(({ id, passed }) => id === event.choice && passed)
  })
  return last !== undefined && !('choice' in last.event)
}
