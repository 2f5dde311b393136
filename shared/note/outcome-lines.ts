import type { Session } from '../session/session.ts'
import { actOf } from '../session/work.ts'
import { audienceOfWords } from './audience.ts'
import { oneLine } from './clean-text.ts'
import { joined } from './describe-act.ts'
import type { NoteLine, SectionKind } from './document.ts'
import { type Draft, seqOf } from './edit-lines.ts'
import type { StepTexts } from './step-texts.ts'
import { type NoteStrings, say } from './strings.ts'

/**
 * Lines of how a session ended, if it did after `from`: the outcome, its cause, and for whoever takes over the
 * open question and what to verify first. An outcome that no event of the log reached gives none.
 */
export function outcomeLines(
  session: Session,
  from: number,
  texts: StepTexts,
  strings: NoteStrings,
): Draft[] {
  const { outcome } = session
  const seq = outcome ? seqOf(session, outcome.event) : 0
  if (!outcome || seq <= from) return []
  const { event, kind, words } = outcome
  const step = outcome.step && texts.step(outcome.step)
  const end = step?.kind === 'outcome' ? step : undefined
  const fill = (text: string) => texts.fill(text, seq)
  const free = (text: string) =>
    texts.holdsWords(text, seq) ? audienceOfWords(session, undefined) : 'everyone'
  const ending = actOf(session, event)?.act.event
  const client = ending?.type === 'concluded' ? ending.client : undefined
  const name = strings.outcome[kind]
  const named = end ? (end.noted ?? end.title) : ''
  const title = oneLine(fill(named))
  const what = words ?? (title.toLowerCase() === name.toLowerCase() ? '' : title)

  const drafts: Draft[] = []
  const add = (section: SectionKind, role: string, text: string, rest: Partial<NoteLine> = {}) => {
    const line: NoteLine = {
      key: `${role}:${event}`,
      text: oneLine(text),
      events: [event],
      audience: 'everyone',
      words: 'ours',
      ...rest,
    }
    if (line.text) drafts.push({ section, seq, line })
  }
  if (end?.cause?.text) {
    const { certainty, text } = end.cause
    add('cause', 'cause', say(strings.cause[certainty], { text: fill(text) }), { audience: free(text) })
  }
  add('open_question', 'open', fill(end?.openQuestion ?? ''), { audience: 'internal' })
  for (const [index, need] of (end?.needs ?? []).entries()) {
    add('verify_first', `need-${index}`, fill(need), { audience: 'internal' })
  }
  add('next', 'outcome', joined(name, what), {
    guard: 'outcome',
    ...(words
      ? { words: 'technician', audience: audienceOfWords(session, client) }
      : { audience: free(named) }),
  })
  return drafts
}
