import type { FlowClosure, OutcomeStep } from '../flow/flow.ts'
import type { Markdown } from '../markdown/tree.ts'
import type { Session } from '../session/session.ts'
import { actOf, type EventOf } from '../session/work.ts'
import { oneLine } from './clean-text.ts'
import type { NoteLine, SectionKind } from './document.ts'
import { type Draft, seqOf } from './edit-lines.ts'
import type { StepTexts } from './step-texts.ts'
import type { NoteStrings } from './strings.ts'

/** How a session ended, and what its lines are made from. */
export interface Ending {
  session: Session
  closure: FlowClosure | null
  texts: StepTexts
  strings: NoteStrings
  outcome: NonNullable<Session['outcome']>
  /** Sequence of the event that ended it. */
  seq: number
  /** The flow's own outcome, where the session reached one. */
  step: OutcomeStep<Markdown> | undefined
  /** What the technician said, where they ended it. */
  said: EventOf<'concluded'> | undefined
}

/** How a session ended after `from` (a sequence); null where no event of the log did that. */
export function endingOf(
  session: Session,
  closure: FlowClosure | null,
  from: number,
  texts: StepTexts,
  strings: NoteStrings,
): Ending | null {
  const { outcome } = session
  const seq = outcome ? seqOf(session, outcome.event) : 0
  if (!outcome || seq <= from) return null
  const step = outcome.step && texts.step(outcome.step)
  const event = actOf(session, outcome.event)?.act.event
  return {
    ...{ session, closure, texts, strings, outcome, seq },
    step: step?.kind === 'outcome' ? step : undefined,
    said: event?.type === 'concluded' ? event : undefined,
  }
}

/** A line that rests on the event of the ending, if the text says anything. */
export function endingLine(
  { outcome, seq }: Ending,
  section: SectionKind,
  role: string,
  text: string,
  rest: Partial<NoteLine> = {},
): Draft[] {
  const line: NoteLine = {
    key: `${role}:${outcome.event}`,
    text: oneLine(text),
    events: [outcome.event],
    audience: 'everyone',
    words: 'ours',
    ...rest,
  }
  return line.text ? [{ section, seq, line }] : []
}
