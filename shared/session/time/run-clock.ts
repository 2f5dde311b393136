import type { Mark } from './marks.ts'
import type { Span } from './span.ts'

/** Longer without a sign of work is a gap: it is asked about, never counted by itself. */
const LONGEST_SILENCE = 5 * 60_000

export interface ClockRun {
  worked: (Span & { session: string })[]
  gaps: (Span & { session: string })[]
  /** When each visit to a session began: its first mark, and the first after it was parked or posted. */
  visits: { session: string; at: number }[]
}

/**
 * Runs a member's one clock over their marks: it counts for the session of the last mark until the next one,
 * wherever that is, and rests after a pause, a park or a post. After a session ended it counts on only for what
 * is done in that session.
 */
export function runClock(marks: Mark[]): ClockRun {
  const run: ClockRun = { worked: [], gaps: [], visits: [] }
  const visited = new Set<string>()
  let last: Mark | null = null
  for (const mark of marks) {
    if (last && countsUntil(last, mark)) {
      const span = { session: last.session, from: last.at, to: mark.at }
      if (span.to - span.from > LONGEST_SILENCE) run.gaps.push(span)
      else if (span.from < span.to) run.worked.push(span)
    }
    if (!visited.has(mark.session)) run.visits.push({ session: mark.session, at: mark.at })
    visited.add(mark.session)
    if (mark.rests === 'leave' || mark.rests === 'posted') visited.delete(mark.session)
    last = mark
  }
  return run
}

function countsUntil(last: Mark, next: Mark): boolean {
  if (next.rests === 'posted' && last.session === next.session) return false
  return last.rests === 'no' || (last.rests === 'end' && last.session === next.session)
}
