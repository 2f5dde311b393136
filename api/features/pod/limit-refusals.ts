import type { Clock } from '#api/ports/clock.ts'
import { Problem } from '#api/problem.ts'

const windowMs = 300_000
/** Who is not known is remembered too, so there is an end to it; the oldest go first. */
const mostKeys = 10_000

/** Counts refused attempts under keys, each with the most that it may have in five minutes. */
export interface Refusals {
  /** Throws `too_many` where a key has had its most; says when to come back. */
  require(limits: ReadonlyMap<string, number>): void
  count(limits: ReadonlyMap<string, number>): void
}

/**
 * Holds back who guesses, so that nobody can use up the ticket system's calls. Kept in memory: each process counts for
 * itself, so several of them let several times as much through, and a restart forgets.
 */
export function createRefusals(clock: Clock): Refusals {
  const held = new Map<string, { until: number; times: number }>()
  const current = (key: string) => {
    const found = held.get(key)
    return found !== undefined && found.until > clock.now() ? found : undefined
  }
  return {
    require(limits) {
      for (const [key, most] of limits) {
        const found = current(key)
        if (found === undefined || found.times < most) continue
        throw new Problem('too_many', 'Too many sign-ins were refused. Try again in a few minutes.', {
          retryAfterSeconds: Math.ceil((found.until - clock.now()) / 1_000),
        })
      }
    },
    count(limits) {
      for (const key of limits.keys()) {
        const found = current(key) ?? { until: clock.now() + windowMs, times: 0 }
        held.delete(key)
        const [oldest] = held.keys()
        if (held.size >= mostKeys && oldest !== undefined) held.delete(oldest)
        held.set(key, { ...found, times: found.times + 1 })
      }
    },
  }
}
