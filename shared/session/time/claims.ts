import type { SessionEvent } from '../event.ts'
import type { ClockRun } from './run-clock.ts'
import { type Span, without } from './span.ts'

/** How far back the start of a visit can be moved. */
const FURTHEST_BACK = 24 * 60 * 60_000

export interface Judgement extends Span {
  worked: boolean
  /** When it was said. */
  at: number
}

/** Time that counts because the member said so, and when they said it. */
export type Claim = Span & { session: string; saidAt: number }

/** What a member said about gaps in a session, in log order. */
export function judgementsOf(member: string, events: SessionEvent[]): Judgement[] {
  return events.flatMap((event) => {
    if (event.type !== 'gap_judged' || event.by !== member) return []
    const [from, to, at] = [Date.parse(event.from), Date.parse(event.to), Date.parse(event.at)]
    return [from, to, at].every(Number.isFinite) ? [{ from, to, at, worked: event.worked }] : []
  })
}

/** The last judgement that covers a gap; one gap may have become several by an act that arrived late. */
export function judgementOn(gap: Span, judgements: Judgement[]): Judgement | undefined {
  return judgements.findLast(({ from, to }) => from <= gap.from && gap.to <= to)
}

/**
 * The time before a visit's first mark that the member claimed by moving its start back: the last such event of
 * each visit counts, at most 24 hours, and only where no other time of theirs lies.
 */
export function movedStarts(
  member: string,
  sessions: { session: string; events: SessionEvent[] }[],
  visits: ClockRun['visits'],
  taken: Span[],
): Claim[] {
  const claims: Claim[] = []
  for (const { session, at } of visits) {
    const next = visits.find((visit) => visit.session === session && visit.at > at)?.at ?? Infinity
    const events = sessions.filter((one) => one.session === session).flatMap((one) => one.events)
    const moved = events.findLast(
      (event) => event.type === 'start_moved' && event.by === member && within(event.at, at, next),
    )
    if (moved?.type !== 'start_moved') continue
    const from = Math.max(Date.parse(moved.to), at - FURTHEST_BACK)
    if (!(from < at)) continue
    const pieces = without({ from, to: at }, [...taken, ...claims])
    claims.push(...pieces.map((piece) => ({ ...piece, session, saidAt: Date.parse(moved.at) })))
  }
  return claims
}

function within(instant: string, from: number, next: number): boolean {
  const at = Date.parse(instant)
  return at >= from && at < next
}
