import type { Client } from '../client.ts'
import type { Surroundings } from './live-session.ts'

/** How far the API's clock is ahead of this machine's, measured from answers. */
export interface ClockOffset {
  /** Milliseconds to add to this machine's time; 0 until something was measured. */
  offset(): number
  /** Takes in an answer: when it was asked for and came, by this machine, and the API's time in it; milliseconds. */
  sample(asked: number, answered: number, apiTime: number): void
}

/**
 * Keeps the sample whose answer came fastest, since its error is at most half the way there and back. A sample that
 * contradicts it (a clock was set meanwhile) takes its place, and so does any after an hour, since clocks drift.
 */
export function clockOffset(): ClockOffset {
  let best: { offset: number; error: number; at: number } | undefined
  return {
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

/** Measures once by asking the API who we are; does nothing where no answer comes. */
export async function measureClock(
  client: Client,
  { now }: Pick<Surroundings, 'now'>,
  clock: ClockOffset,
): Promise<void> {
  const asked = now()
  const me = await client.call('getMe').catch(() => null)
  if (me) clock.sample(asked, now(), me.now)
}
