import type { PostView } from '#shared/contracts/post.ts'
import type { Choice, FlowClosure, Step } from '#shared/flow/flow.ts'
import { evidenceTitle } from '#shared/note/evidence-title.ts'
import { passedOverText } from '#shared/note/passed-over.ts'
import { type StepTexts, stepTexts } from '#shared/note/step-texts.ts'
import { english } from '#shared/note/strings.ts'
import type { StepAddress } from '#shared/session/event.ts'
import type { Act, Session } from '#shared/session/session.ts'
import type { EventOf } from '#shared/session/work.ts'
import { allWords } from '../../words/all-words.ts'

export interface TrailLine {
  event: string
  /** What it was about, and what came of it. */
  label: string
  detail: string
  tone: 'plain' | 'passed' | 'failed' | 'aside' | 'late' | 'withdrawn'
  /** The answer can still be changed. */
  changeable: boolean
  by: string
}

/** What was done, oldest first, as the panel lists it; of posts it says what is known of them by now. */
export function trailLines(
  session: Session,
  closure: FlowClosure | null,
  posts: readonly PostView[] = [],
): TrailLine[] {
  const lines: TrailLine[] = []
  const onPath = new Set(session.trail)
  const texts = stepTexts(session, closure, english)
  for (const act of session.acts) {
    const line = lineOf(act, session, texts, onPath, posts)
    if (line) lines.push(line)
  }
  return lines
}

/** The lines with those drawn before in place of the ones that say the same, so that they need no drawing anew. */
export function keepLines(before: readonly TrailLine[], lines: readonly TrailLine[]): TrailLine[] {
  const known = new Map(before.map((line) => [line.event, line]))
  return lines.map((line) => {
    const same = known.get(line.event)
    return same && isSame(same, line) ? same : line
  })
}

function isSame(one: TrailLine, other: TrailLine): boolean {
  return (
    one.label === other.label &&
    one.detail === other.detail &&
    one.tone === other.tone &&
    one.changeable === other.changeable &&
    one.by === other.by
  )
}

function lineOf(
  act: Act,
  session: Session,
  texts: StepTexts,
  onPath: Set<string>,
  posts: readonly PostView[],
): TrailLine | null {
  const { event } = act
  const t = allWords.value.act
  const line = (label: string, detail: string, tone: TrailLine['tone'] = 'plain'): TrailLine => ({
    event: event.id,
    label,
    detail,
    tone: act.standing === 'late' ? 'late' : act.standing === 'stands' ? tone : 'withdrawn',
    changeable: false,
    by: event.by,
  })
  const fill = (text: string) => texts.fill(text, act.seq)
  const title = (address: StepAddress) => nameOf(address, texts, act.seq)
  const chosen = (address: StepAddress, choice: string) =>
    answered(line, { title: title(address), step: texts.step(address), choice, fill })
  switch (event.type) {
    case 'answered':
      return {
        ...chosen(event.step, event.choice),
        changeable: canChange(act, onPath),
      }
    case 'changed_answer': {
      const address = originalStep(session, event.supersedes)
      if (!address) return null
      return {
        ...chosen(address, event.choice),
        changeable: canChange(act, onPath),
      }
    }
    case 'done':
      return line(title(event.step), t.done, 'passed')
    case 'captured':
      return line(title(event.step), Object.values(event.values).join(', '))
    case 'skipped':
    case 'not_relevant': {
      const step = texts.step(event.step)
      const named = step ? fill(step.title) : title(event.step)
      return line(passedOverText(named, event, english), '', 'aside')
    }
    case 'acted':
      return line(t.acted, event.text)
    case 'evidence':
      return line(evidenceName(event, texts, fill), firstLine(event.text))
    case 'parked':
      return line(t.parked, event.words ?? allWords.value.park[event.reason], 'aside')
    case 'concluded':
      return line(allWords.value.write.outcome[event.outcome], event.words)
    case 'posted':
      return line(postLabel(event.post, session, posts), '', 'aside')
    default:
      return null
  }
}

function evidenceName(
  { title, step }: EventOf<'evidence'>,
  texts: StepTexts,
  fill: (text: string) => string,
): string {
  if (!title.trim()) return allWords.value.act.evidence
  return evidenceTitle(title, step && texts.step(step), fill, english)
}

/** What became of a post: it was only accepted when its event was written. */
function postLabel(id: string, session: Session, posts: readonly PostView[]): string {
  const t = allWords.value.act
  const isWithdrawn = session.acts.some(({ event }) => event.type === 'post_withdrawn' && event.post === id)
  if (isWithdrawn) return t.notPosted
  const known = posts.find((post) => post.id === id)
  const state = known?.parts.find(({ part }) => part === 'text')?.state ?? known?.state
  if (state === 'needs_you' || state === 'failed') return t.stuck
  return state === 'posted' ? t.posted : t.onItsWay
}

/** The step whose answer a chain of changes began with. */
export function originalStep(session: Session, event: string): StepAddress | null {
  let id: string | undefined = event
  for (let hop = 0; id !== undefined && hop < 1000; hop++) {
    const found: Act | undefined = session.acts[(session.known[id] ?? 0) - 1]
    if (found?.event.type === 'changed_answer') id = found.event.supersedes
    else return found && 'step' in found.event && found.event.step ? found.event.step : null
  }
  return null
}

function answered(
  line: (label: string, detail: string, tone?: TrailLine['tone']) => TrailLine,
  about: { title: string; step: Step | undefined; choice: string; fill: (text: string) => string },
): TrailLine {
  const { title, step, fill } = about
  const choices: (Choice & { passed?: boolean })[] = step && 'choices' in step ? step.choices : []
  const choice = choices.find(({ id }) => id === about.choice)
  const tone = step?.kind !== 'verify' ? 'plain' : choice?.passed ? 'passed' : 'failed'
  if (choice?.noted) return line(fill(choice.noted), '', tone)
  return line(title, choice ? fill(choice.label) : about.choice, tone)
}

function canChange(act: Act, onPath: Set<string>): boolean {
  return act.standing === 'stands' && onPath.has(act.event.id)
}

/** A step's short name, with its variables as they stand now. */
export function titleOf(address: StepAddress, session: Session, closure: FlowClosure | null): string {
  return nameOf(address, stepTexts(session, closure, english), session.seq)
}

function nameOf(address: StepAddress, texts: StepTexts, seq: number): string {
  const step = texts.step(address)
  const name = step && ('noted' in step && step.noted ? step.noted : step.title)
  return name ? texts.fill(name, seq) : (address.at(-1) ?? '')
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  return line.length > 90 ? `${line.slice(0, 90)}…` : line
}
