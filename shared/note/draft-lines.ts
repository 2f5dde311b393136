import type { FlowClosure } from '../flow/flow.ts'
import { stepAt } from '../session/place.ts'
import { reasonNeeded } from '../session/removal.ts'
import type { Session } from '../session/session.ts'
import { passedOverHere } from '../session/ways-past.ts'
import { actLine, type Reader } from './act-lines.ts'
import { oneLine } from './clean-text.ts'
import { type Draft, editLines } from './edit-lines.ts'
import { clockFor } from './format-time.ts'
import { outcomeLines } from './outcome-lines.ts'
import { placeActs } from './place-acts.ts'
import { ruledOutLines } from './ruled-out-lines.ts'
import { type StepTexts, stepTexts } from './step-texts.ts'
import { english, type NoteStrings, say } from './strings.ts'
import { type PosterTime, timeLine } from './time-line.ts'
import { stillToTell } from './told.ts'
import { traceActs } from './trace-acts.ts'
import { waitingLines } from './waiting-lines.ts'

/**
 * `from`: the note covers events after this sequence; 0 for the whole session. `told`: what earlier posts told its
 * readers, which is left out. `poster`: the member who posts; acts of others carry their name from `members` (names by
 * member id).
 */
export interface ComposeOptions extends Reader {
  /** The poster's IANA zone. */
  timeZone: string
  /** The poster's time for this stretch, or null. */
  minutes: PosterTime | null
  /** Words of another language; English where absent. */
  strings?: NoteStrings
}

/** The lines of a note as edited, and what they are made from before the technician's edits. */
export interface Drafted {
  made: Draft[]
  lines: Draft[]
  /** The lines of steps that were gone through, by their keys. */
  steps: Set<string>
}

/** Every line of a note, in no order but that of its sections. */
export function draftLines(session: Session, closure: FlowClosure | null, options: ComposeOptions): Drafted {
  const { told = null, strings = english } = options
  const from = Math.max(options.from, told?.from ?? 0)
  const mark = Math.max(from, told?.mark ?? 0)
  const texts = stepTexts(session, closure, strings)
  const clock = clockFor(options.timeZone, strings)
  const traces = traceActs(session, texts, strings)
  const placed = placeActs(session, closure, traces).filter(({ trace }) => trace.last.seq > from)
  const acts = placed.map((one) => actLine(one, session, { ...options, from }, strings))

  const made = [
    ...acts,
    ...waitingLines(session, from, clock, strings),
    ...ruledOutLines(
      session,
      placed.map(({ trace }) => trace),
    ),
    ...nextStepLine(session, closure, from, mark, texts, strings),
    ...outcomeLines(session, closure, from, texts, strings),
  ]
    .sort((a, b) => a.seq - b.seq)
    .map((draft): Draft => ({ ...draft, rests: draft.rests ?? restsOf(draft) }))
  guardLines(session, closure, made)
  const time = timeLine(session, options.poster, mark, options.minutes, clock, strings)
  const edited = editLines(session, time ? [...made, time] : made, from)
  const steps = placed.flatMap(({ trace }, index) =>
    trace.told.kind === 'passed_over' ? [] : [acts[index]?.line.key ?? ''],
  )
  return { made, lines: told ? stillToTell(session, edited, told) : edited, steps: new Set(steps) }
}

function restsOf({ line }: Draft): string[] {
  const role = line.key.slice(0, line.key.indexOf(':'))
  return line.events.map((event) => `${role}:${event}`)
}

/** Where an open session goes on: the step shown unless it was passed over, resting on the last event that moved it. */
function nextStepLine(
  session: Session,
  closure: FlowClosure | null,
  from: number,
  mark: number,
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
      line: { key: `place:${mark}`, text, events: [mover.event.id], audience: 'internal', words: 'ours' },
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
