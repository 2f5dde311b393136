import { audienceOfWords } from './audience.ts'
import { oneLine } from './clean-text.ts'
import { joined, outcomeName } from './describe-act.ts'
import type { Draft } from './edit-lines.ts'
import { type Ending, endingLine, endingOf } from './ending.ts'
import { handOffLines } from './hand-off-lines.ts'
import { isUnverified } from './passed-over.ts'
import { say } from './strings.ts'

/**
 * Lines of how a session ended, if it did after `from`: the outcome, its cause, and for whoever takes over the
 * open question and what to verify first. An outcome that no event of the log reached gives none.
 */
export function outcomeLines(...of: Parameters<typeof endingOf>): Draft[] {
  const ending = endingOf(...of)
  return ending ? [...causeLines(ending), ...handOffLines(ending), ...nextLines(ending)] : []
}

/** The cause of what was resolved; that it is not known is said too, but not under rules version 1. */
function causeLines(ending: Ending): Draft[] {
  const { session, outcome, step, said, strings, seq, texts } = ending
  const line = (text: string, rest: Parameters<typeof endingLine>[4]) =>
    endingLine(ending, 'cause', 'cause', text, rest)
  if (said?.cause && oneLine(said.cause.text)) {
    const { certainty, text } = said.cause
    const audience = audienceOfWords(session, said.client)
    return line(say(strings.cause[certainty], { text }), { words: 'technician', audience })
  }
  if (step?.cause?.text) {
    const { certainty, text } = step.cause
    const audience = freeIn(ending, text)
    return line(say(strings.cause[certainty], { text: texts.fill(text, seq) }), { audience })
  }
  if (outcome.kind !== 'resolved' || session.header.rules === 1) return []
  const unknown = line(strings.causeNotKnown, { audience: 'internal' })
  return unknown.map((draft) => ({ ...draft, blank: true }))
}

function nextLines(ending: Ending): Draft[] {
  const { session, outcome, step, said, strings } = ending
  const { kind, words } = outcome
  const unverified = kind === 'resolved' && isUnverified(session, ending.closure)
  const name = unverified ? strings.notVerified : outcomeName(kind, said?.handOff, strings)
  const named = step ? (step.noted ?? step.title) : ''
  const title = oneLine(ending.texts.fill(named, ending.seq))
  const what = words ?? (title.toLowerCase() === name.toLowerCase() ? '' : title)
  const own = oneLine(what + (said?.handOff?.to ?? '')) !== ''
  return endingLine(ending, 'next', 'outcome', joined(name, what), {
    guard: 'outcome',
    ...(said && own
      ? { words: 'technician', audience: audienceOfWords(session, said.client) }
      : { audience: freeIn(ending, named) }),
  })
}

/** Who may read a text of the flow: nobody outside where what a technician wrote freely is filled in. */
function freeIn({ session, texts, seq }: Ending, text: string) {
  return texts.holdsWords(text, seq) ? audienceOfWords(session, undefined) : 'everyone'
}
