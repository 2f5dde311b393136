import type { FlowClosure } from '../flow/flow.ts'
import { stepAt } from '../session/place.ts'
import { reasonNeeded } from '../session/removal.ts'
import type { Session } from '../session/session.ts'
import { passedOverHere } from '../session/ways-past.ts'
import { actLine, type Reader } from './act-lines.ts'
import { oneLine } from './clean-text.ts'
import type { NoteDocument } from './document.ts'
import { type Draft, editLines, sectionOrder } from './edit-lines.ts'
import { clockFor } from './format-time.ts'
import { outcomeLines } from './outcome-lines.ts'
import { placeActs } from './place-acts.ts'
import { ruledOutLines } from './ruled-out-lines.ts'
import { type StepTexts, stepTexts } from './step-texts.ts'
import { english, type NoteStrings, say } from './strings.ts'
import { type PosterTime, timeLine } from './time-line.ts'
import { traceActs } from './trace-acts.ts'
import { waitingLines } from './waiting-lines.ts'

/**
 * `from`: the note covers events after this sequence, that of the last post, or 0 for the whole session.
 * `poster`: the member who posts; acts of others carry their name from `members` (names by member id).
 */
export interface ComposeOptions extends Reader {
  /** The poster's IANA zone. */
  timeZone: string
  /** The poster's time for this stretch, or null. */
  minutes: PosterTime | null
  /** Words of another language; English where absent. */
  strings?: NoteStrings
}

/** A note of so many events or fewer reads as one paragraph. */
const MOST_SHORT = 5

/**
 * The note of a session: a line for each act that stands, or that happened before going back, each with the ids
 * of its events. Total, and the same everywhere for the same session and options.
 */
export function composeNote(
  session: Session,
  closure: FlowClosure | null,
  options: ComposeOptions,
): NoteDocument {
  const { from, strings = english } = options
  const texts = stepTexts(session, closure, strings)
  const clock = clockFor(options.timeZone, strings)
  const traces = traceActs(session, texts, strings)
  const placed = placeActs(session, closure, traces).filter(({ trace }) => trace.last.seq > from)

  const told: Draft[] = [
    ...placed.map((one) => actLine(one, session, options, strings)),
    ...waitingLines(session, from, clock, strings),
    ...ruledOutLines(
      session,
      placed.map(({ trace }) => trace),
    ),
    ...nextStepLine(session, closure, from, texts, strings),
    ...outcomeLines(session, closure, from, texts, strings),
  ].sort((a, b) => a.seq - b.seq)
  guardLines(session, closure, told)
  const time = timeLine(session, options.poster, from, options.minutes, clock, strings)
  const lines = editLines(session, time ? [...told, time] : told, from)

  const added = lines.filter(({ added }) => added)
  const events = new Set([...told, ...added].flatMap(({ line }) => line.events))
  const steps = placed.filter(({ trace }) => trace.told.kind !== 'passed_over').length
  return {
    sections: sectionOrder.flatMap((kind) => {
      const own = lines.filter(({ section }) => section === kind).map(({ line }) => line)
      return own.length > 0 ? [{ kind, lines: own }] : []
    }),
    short: events.size <= MOST_SHORT,
    thin: from > 0 && told.length === 0 && time ? null : thinness(steps, added.length, strings),
  }
}

/** Where an open session goes on: the step shown unless it was passed over, resting on the last event that moved it. */
function nextStepLine(
  session: Session,
  closure: FlowClosure | null,
  from: number,
  texts: StepTexts,
  strings: NoteStrings,
): Draft[] {
  const step = session.status === 'ended' ? undefined : stepAt(closure, session.place)
  const mover = session.acts.findLast((act) => act.before !== undefined && act.standing === 'stands')
  if (!step || !mover || mover.seq <= from || passedOverHere(session)) return []
  const text = oneLine(say(strings.nextStep, { title: texts.fill(step.title, session.seq) }))
  return [
    {
      section: 'next',
      seq: session.seq,
      line: { key: `place:${from}`, text, events: [mover.event.id], audience: 'internal', words: 'ours' },
    },
  ]
}

/** Marks lines whose removal the session's rules would refuse without a reason. */
function guardLines(session: Session, closure: FlowClosure | null, drafts: Draft[]): void {
  for (const { line } of drafts) {
    if (line.guard || !reasonNeeded(closure, session, line.key)) continue
    line.guard = line.key.endsWith(session.outcome?.event ?? ' ') ? 'outcome' : 'failed_attempt'
  }
}

function thinness(steps: number, added: number, strings: NoteStrings): string | null {
  if (steps > 1) return null
  if (steps === 1) return strings.thinOne
  return added > 0 ? strings.thinWordsOnly : strings.thinNone
}
