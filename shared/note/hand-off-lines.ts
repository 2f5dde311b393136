import { audienceOfWords } from './audience.ts'
import { oneLine } from './clean-text.ts'
import type { NoteLine } from './document.ts'
import type { Draft } from './edit-lines.ts'
import { type Ending, endingLine } from './ending.ts'
import { type OpenPoints, openPoints } from './open-points.ts'
import { say } from './strings.ts'

/** What follows the last of so many things to verify first joins it. */
const MOST_CHECKS = 30

/**
 * The open question and what to verify first, for whoever takes over: as the technician said it, else as the flow
 * does, else what the log shows to be open. An end in words under rules version 2 that came before these were asked
 * for keeps its text.
 */
export function handOffLines(ending: Ending): Draft[] {
  const { session, outcome, step, said } = ending
  if (outcome.kind === 'resolved') return []
  const derives = session.header.rules > 1 && (said === undefined || said.handOff !== undefined)
  const points = openPoints(session, ending.closure, session.place, ending.seq, ending.texts, ending.strings)
  const own: Partial<NoteLine> = {
    words: 'technician',
    audience: audienceOfWords(session, said?.client ?? false),
  }
  const internal: Partial<NoteLine> = { audience: 'internal' }

  const asked = oneLine(said?.handOff?.openQuestion ?? '')
  const written = ending.texts.fill(step?.openQuestion ?? '', ending.seq)
  const question = asked
    ? endingLine(ending, 'open_question', 'open', asked, own)
    : endingLine(ending, 'open_question', 'open', written, internal)
  const isOpen = question.length === 0 && derives
  if (isOpen) question.push(...openLine(ending, points))

  const given = checksOf(said?.handOff?.verifyFirst ?? '')
  const needs = (step?.needs ?? []).map((need) => ending.texts.fill(need, ending.seq))
  const derived = derives && !said && needs.length === 0 ? points.untested : []
  const all = [...given, ...needs, ...derived]
  const others = isOpen ? all.filter((check) => check !== points.here?.title) : all
  const checks = (others.length > 0 ? others : all).flatMap((check, index) => {
    const isDerived = points.untested.includes(check)
    const rest = given.includes(check) && !isDerived ? own : internal
    const events = isDerived ? { events: [...points.events, outcome.event] } : {}
    return endingLine(ending, 'verify_first', `need-${index}`, check, { ...rest, ...events })
  })
  if (checks.length > 0 || !derives) return [...question, ...checks]
  const nothing = endingLine(ending, 'verify_first', 'need-0', ending.strings.nothingToVerify, internal)
  return [...question, ...blank(nothing)]
}

/** What had not been answered or done when it ended. */
function openLine(ending: Ending, { here, events }: OpenPoints): Draft[] {
  const { strings } = ending
  const text = here
    ? say(here.asks ? strings.notAnswered : strings.notDone, { title: here.title })
    : strings.noOpenQuestion
  const rest = { audience: 'internal', ...(here && { events: [...events, ending.outcome.event] }) } as const
  return blank(endingLine(ending, 'open_question', 'open', text, rest))
}

function blank(drafts: Draft[]): Draft[] {
  return drafts.map((draft) => ({ ...draft, blank: true }))
}

/** The lines of a text that say something. */
function checksOf(text: string): string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map(oneLine)
    .filter(Boolean)
  const rest = lines.slice(MOST_CHECKS - 1)
  return rest.length > 1 ? [...lines.slice(0, MOST_CHECKS - 1), rest.join('; ')] : lines
}
