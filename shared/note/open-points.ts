import type { Edge, FlowClosure, Step } from '../flow/flow.ts'
import { follow, settle } from '../session/automatic.ts'
import { addressOf, stepAt } from '../session/place.ts'
import type { Act, Place, Session } from '../session/session.ts'
import { lookupIn } from '../session/variables.ts'
import { oneLine } from './clean-text.ts'
import { type StepTexts, stepTexts } from './step-texts.ts'
import { english, type NoteStrings } from './strings.ts'

/** What a session leaves open where it ends. */
export interface OpenPoints {
  /** The step that was to be done: its title, and whether it asks something. Null without one. */
  here: { title: string; asks: boolean } | null
  /** Titles of what was not tested: that step, what would have come next, and what was skipped. */
  untested: string[]
  /** Ids of the events that this follows from, oldest first; none before anything was done. */
  events: string[]
}

/** So many steps ahead, and so many skipped ones, are named. */
const MOST = 3

/** What is open where the session stands now: what a hand-off begins with. */
export function openPointsNow(session: Session, closure: FlowClosure | null): OpenPoints {
  return openPoints(
    session,
    closure,
    session.place,
    session.seq,
    stepTexts(session, closure, english),
    english,
  )
}

/**
 * What was open at `place` before the event of sequence `seq`. The way ahead is the one that finds nothing: on from
 * instructions and inputs, by the last answer of a question that does not end the session, by the last failing one of a check.
 */
export function openPoints(
  session: Session,
  closure: FlowClosure | null,
  place: Place | null,
  seq: number,
  texts: StepTexts,
  strings: NoteStrings,
): OpenPoints {
  const before = session.acts.filter((act) => act.seq <= seq && act.standing === 'stands')
  const name = (step: Step) => oneLine(texts.fill(step.title, seq)) || strings.untitledStep
  const done = new Set(before.flatMap((act) => (isTest(act) && act.before ? [keyOf(act.before)] : [])))
  const skipped = before
    .filter(({ event, before: at }) => event.type === 'skipped' && at && !done.has(keyOf(at)))
    .slice(-MOST)
  const steps = closure && place ? ahead(session, closure, place) : []
  const [here] = steps
  const titles = [
    ...steps.filter(({ key }, index) => index === 0 || !done.has(key)).map(({ step }) => step),
    ...skipped.flatMap((act) => stepAt(closure, act.before ?? null) ?? []),
  ].map(name)
  const mover = before.findLast((act) => act.before !== undefined && act.seq < seq)
  return {
    here: here ? { title: name(here.step), asks: asks(here.step) } : null,
    untested: [...new Set(titles)],
    events: [...new Set([...skipped, ...(mover && here ? [mover] : [])])]
      .sort((a, b) => a.seq - b.seq)
      .map(({ event }) => event.id),
  }
}

/** The step at a place and those that follow where nothing is found, each once. */
function ahead(session: Session, closure: FlowClosure, start: Place): { step: Step; key: string }[] {
  const steps: { step: Step; key: string }[] = []
  let place: Place | undefined = start
  while (place && steps.length <= MOST) {
    const at: Place = place
    const step = stepAt(closure, at)
    const key = keyOf(at)
    const ways: Way[] = step ? onward(step) : []
    if (!step || ways.length === 0 || steps.some((one) => one.key === key)) break
    steps.push({ step, key })
    const places = ways.flatMap(({ edge, exit }) => {
      const settled = settle(closure, follow(at, edge, exit), lookupIn(session))
      return settled.ok && !settled.ended ? [settled.place] : []
    })
    place = places.at(-1)
  }
  return steps
}

interface Way {
  edge: Edge
  exit: string
}

/** The ways on from a step; the last that does not end the session is taken. */
function onward(step: Step): Way[] {
  if (step.kind === 'instruction' || step.kind === 'input') return [{ edge: step.next, exit: 'next' }]
  if (step.kind !== 'question' && step.kind !== 'verify') return []
  const ways = step.choices.filter((one) => !one.next.retry && !('passed' in one && one.passed))
  return (ways.length > 0 ? ways : step.choices).map(({ next, id }) => ({ edge: next, exit: id }))
}

function asks({ kind }: Step): boolean {
  return kind === 'question' || kind === 'verify'
}

function isTest({ event }: Act): boolean {
  return ['answered', 'changed_answer', 'done', 'captured'].includes(event.type)
}

function keyOf(place: Place): string {
  return addressOf(place).join('/')
}
