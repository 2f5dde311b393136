import type { PostView } from '#shared/contracts/post.ts'
import type { FlowClosure } from '#shared/flow/flow.ts'
import { fillText } from '#shared/markdown/fill-variables.ts'
import type { StepAddress } from '#shared/session/event.ts'
import { stepOf } from '#shared/session/place.ts'
import type { Act, Session } from '#shared/session/session.ts'
import { lookupIn } from '#shared/session/variables.ts'
import { allWords } from '../words/all-words.ts'

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
  for (const act of session.acts) {
    const line = lineOf(act, session, closure, onPath, posts)
    if (line) lines.push(line)
  }
  return lines
}

function lineOf(
  act: Act,
  session: Session,
  closure: FlowClosure | null,
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
  const title = (address: StepAddress) => titleOf(address, session, closure)
  switch (event.type) {
    case 'answered':
      return {
        ...answered(line, title(event.step), event.step, event.choice, closure),
        changeable: canChange(act, onPath),
      }
    case 'changed_answer': {
      const address = originalStep(session, event.supersedes)
      if (!address) return null
      return {
        ...answered(line, title(address), address, event.choice, closure),
        changeable: canChange(act, onPath),
      }
    }
    case 'done':
      return line(title(event.step), t.done, 'passed')
    case 'captured':
      return line(title(event.step), Object.values(event.values).join(', '))
    case 'skipped':
      return line(title(event.step), event.words ?? allWords.value.skip[event.reason], 'aside')
    case 'not_relevant':
      return line(title(event.step), event.words ?? allWords.value.notRelevant[event.reason], 'aside')
    case 'acted':
      return line(t.acted, event.text)
    case 'evidence':
      return line(event.title || t.evidence, firstLine(event.text))
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

/** What became of a post: it was only accepted when its event was written. */
function postLabel(id: string, session: Session, posts: readonly PostView[]): string {
  const t = allWords.value.act
  const isWithdrawn = session.acts.some(({ event }) => event.type === 'post_withdrawn' && event.post === id)
  if (isWithdrawn) return t.notPosted
  return posts.find((post) => post.id === id)?.state === 'posted' ? t.posted : t.onItsWay
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
  title: string,
  address: StepAddress,
  choiceId: string,
  closure: FlowClosure | null,
): TrailLine {
  const step = stepOf(closure, address)
  if (step?.kind === 'verify') {
    const choice = step.choices.find(({ id }) => id === choiceId)
    return line(title, choice?.label ?? choiceId, choice?.passed ? 'passed' : 'failed')
  }
  const choice = step?.kind === 'question' ? step.choices.find(({ id }) => id === choiceId) : undefined
  return line(title, choice?.label ?? choiceId)
}

function canChange(act: Act, onPath: Set<string>): boolean {
  return act.standing === 'stands' && onPath.has(act.event.id)
}

/** A step's short name with its variables filled. */
export function titleOf(address: StepAddress, session: Session, closure: FlowClosure | null): string {
  const step = stepOf(closure, address)
  const name = step && ('noted' in step && step.noted ? step.noted : step.title)
  return name ? fillText(name, lookupIn(session)).text : (address.at(-1) ?? '')
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  return line.length > 90 ? `${line.slice(0, 90)}…` : line
}
