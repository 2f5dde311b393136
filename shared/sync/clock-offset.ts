import type { DurableStore } from './live-session.ts'

interface Sample {
  offset: number
  error: number
  /** When it was taken, by this machine. */
  at: number
}

/** How far the API's clock is ahead of this machine's, measured from answers. */
export interface ClockOffset {
  /** Milliseconds to add to this machine's time; 0 until something was measured. */
  offset(): number
  /** What was measured, to be kept for `clockOffset`. */
  best(): Sample | undefined
  /** Takes in an answer: when it was asked for and came, by this machine, and the API's time in it; milliseconds. */
  sample(asked: number, answered: number, apiTime: number): void
}

/**
 * Keeps the sample whose answer came fastest, since its error is at most half the way there and back. A sample that
 * contradicts it (a clock was set meanwhile) takes its place, and so does any after an hour, since clocks drift.
 * `kept` is the best sample of a former visit, as far as it is one.
 */
export function clockOffset(kept?: unknown): ClockOffset {
  let best = isSample(kept) ? kept : undefined
  return {
    best: () => best,
    offset: () => Math.round(best?.offset ?? 0),
    sample(asked, answered, apiTime) {
      const error = Math.max(0, answered - asked) / 2
      const offset = apiTime - (asked + answered) / 2
      const contradicted = best && Math.abs(offset - best.offset) > error + best.error
      const old = best && answered - best.at > 3_600_000
      if (!best || error <= best.error || contradicted || old) best = { offset, error, at: answered }
    },
  }
}

export const clockKey = 'clock'

/** The offset that a former visit measured; none where nothing is kept. */
export const keptClock = async (store: DurableStore): Promise<ClockOffset> =>
  clockOffset(await store.get(clockKey).catch(() => undefined))

const isSample = (value: unknown): value is Sample =>
  value instanceof Object && 'offset' in value && 'error' in value && 'at' in value
