import type { FlowClosure, OutcomeKind } from '#shared/flow/flow.ts'
import { composeNote } from '#shared/note/compose-note.ts'
import { renderPlain } from '#shared/note/render-plain.ts'
import { advance } from '#shared/session/advance.ts'
import type { EventBody, NotRelevantReason, SkipReason, StepAddress } from '#shared/session/event.ts'
import { addressOf, innermost } from '#shared/session/place.ts'
import type { Session, SessionHeader } from '#shared/session/session.ts'
import { startSession } from '#shared/session/start-session.ts'

/** What a technician does next; `at` names the step they must be at by its id. Each takes two minutes. */
export type Move =
  | { at: string; choose: string }
  | { at: string; done: true; typed?: string }
  | { at: string; enter: Record<string, string> }
  | { at: string; skip: SkipReason }
  | { at: string; notRelevant: NotRelevantReason }
  | { did: string }
  | { paste: string; title: string }
  /** Changes the answer last given at a step. */
  | { change: string; to: string }
  /** Ends the work outside the flow. */
  | { conclude: OutcomeKind; words: string }
  /** Goes back to a step. */
  | { backTo: string }

const start = Date.UTC(2026, 10, 24, 14, 0)
const member = '00000000-0000-7000-8000-0000000000a1'
const when = (minutes: number) => new Date(start + minutes * 60_000).toISOString()

/** Walks a flow by the real rules, refusing a move that does not apply, and gives the session with its internal note. */
export function runFlow(
  closure: FlowClosure,
  ticket: Pick<SessionHeader, 'ticket' | 'facts'>,
  moves: Move[],
): { session: Session; note: string; clicks: number } {
  const header: SessionHeader = {
    id: '01900000-0000-7000-8000-00000000000f',
    rules: 3,
    flow: closure.root,
    startedBy: member,
    startedAt: when(0),
    ...ticket,
  }
  let session = startSession(header, closure)
  for (const [index, move] of moves.entries()) {
    const event = {
      id: `01900000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
      v: 1 as const,
      at: when(2 * (index + 1)),
      by: member,
      ...bodyOf(session, move),
    }
    const next = advance(closure, session, event, index + 1)
    if (!next.ok) throw new Error(`Move ${index + 1} (${JSON.stringify(move)}) is refused: ${next.reason}`)
    session = next.session
  }
  const reader = { from: 0, poster: member, members: {}, minutes: null, timeZone: 'UTC' }
  const note = renderPlain(composeNote(session, closure, reader), { ...reader, audience: 'internal' })
  return { session, note, clicks: moves.length }
}

function bodyOf(session: Session, move: Move): EventBody {
  if ('did' in move) return { type: 'acted', step: here(session), text: move.did }
  if ('paste' in move)
    return { type: 'evidence', step: here(session), title: move.title, text: move.paste, source: 'pasted' }
  if ('change' in move)
    return { type: 'changed_answer', supersedes: lastAt(session, move.change), choice: move.to }
  if ('conclude' in move) return { type: 'concluded', outcome: move.conclude, words: move.words }
  if ('backTo' in move) return { type: 'went_back', supersedes: lastAt(session, move.backTo) }
  const step = here(session, move.at)
  if ('choose' in move) return { type: 'answered', step, choice: move.choose }
  if ('enter' in move) return { type: 'captured', step, values: move.enter }
  if ('skip' in move) return { type: 'skipped', step, reason: move.skip }
  if ('notRelevant' in move) return { type: 'not_relevant', step, reason: move.notRelevant }
  return { type: 'done', step, ...(move.typed !== undefined && { typedTarget: move.typed }) }
}

function here({ place }: Session, expected?: string): StepAddress {
  const step = place ? innermost(place)?.step : undefined
  if (!place || (expected !== undefined && step !== expected))
    throw new Error(`The session is at “${step ?? 'no step'}”, not at “${expected}”.`)
  return addressOf(place)
}

/** The last event at a step that still stands. */
function lastAt({ acts }: Session, id: string): string {
  const act = acts.findLast(
    ({ event, standing }) =>
      standing === 'stands' && 'step' in event && event.step?.at(-1)?.endsWith(`:${id}`) === true,
  )
  if (!act) throw new Error(`Nothing stands at “${id}”.`)
  return act.event.id
}
