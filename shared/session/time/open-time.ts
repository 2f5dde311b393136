import { lengthOf } from './span.ts'
import type { SessionTime } from './work-time.ts'

/** What a member's next post accounts for. Instants are UTC, ISO 8601. */
export interface OpenTime {
  start: string
  end: string
  /** Exact. */
  milliseconds: number
  /** The whole minutes of it. */
  minutes: number
  /** Stretches between start and end that do not count; those still `open` are to be asked about. */
  gaps: { from: string; to: string; judged: 'open' | 'not_worked' }[]
}

/** A member's time in a session that no post of theirs accounts for yet; null where there is none. */
export function openTime({ worked, gaps }: SessionTime): OpenTime | null {
  const open = worked.filter(({ post }) => post === null)
  const [first, last] = [open[0], open[open.length - 1]]
  if (!first || !last) return null
  const milliseconds = lengthOf(open.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })))
  return {
    start: first.from,
    end: last.to,
    milliseconds,
    minutes: Math.floor(milliseconds / 60_000),
    gaps: gaps.flatMap(({ from, to, judged }) =>
      judged !== 'worked' && from >= first.from && to <= last.to ? [{ from, to, judged }] : [],
    ),
  }
}
