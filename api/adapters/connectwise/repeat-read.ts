import type { Deps } from './connection.ts'
import { jsonOf, retryAfterOf } from './error-body.ts'
import { type HttpAnswer, SendFailure } from './send.ts'

/** So often a read is asked in all. */
const mostTimes = 4
/** The first pause, milliseconds before it is spread; each next one is twice as long. */
const firstPauseMs = 200
/** A read waits for at most this long when ConnectWise asks us to slow down. */
const longestAskedSeconds = 5

export interface Repeating {
  /** From the first attempt to the end of the last, milliseconds. */
  withinMs: number
  /** Whether a success that is no JSON is worth asking again. */
  wantsJson: boolean
}

/**
 * Asks until an answer is worth reading, a few times at most: after a cut connection, 5xx, a page or half an answer
 * with a short pause spread by chance, after 429 as long as ConnectWise says. `once` is told how many milliseconds
 * are left. Gives the last answer, or throws the last `SendFailure`. Only for what changes nothing.
 */
export async function repeatRead(
  once: (leftMs: number) => Promise<HttpAnswer>,
  deps: Pick<Deps, 'now' | 'sleep' | 'random'>,
  { withinMs, wantsJson }: Repeating,
): Promise<HttpAnswer> {
  const until = deps.now() + withinMs
  for (let time = 1; ; time += 1) {
    const outcome = await once(until - deps.now()).catch(failureOf)
    const pause = pauseAfter(outcome, time)
    if (pause === null || time === mostTimes || deps.now() + pause >= until) {
      if (outcome instanceof SendFailure) throw outcome
      return outcome
    }
    await deps.sleep(pause)
  }

  function pauseAfter(outcome: HttpAnswer | SendFailure, time: number): number | null {
    if (!(outcome instanceof SendFailure)) {
      if (outcome.status === 429) return askedPause(outcome)
      const isBroken = outcome.status >= 500 || (wantsJson && outcome.status < 300 && !isJson(outcome))
      if (!isBroken) return null
    }
    return Math.round(firstPauseMs * 2 ** (time - 1) * (0.5 + deps.random()))
  }

  function askedPause(answer: HttpAnswer): number | null {
    const seconds = retryAfterOf(answer, deps.now())
    return seconds === null || seconds > longestAskedSeconds ? null : seconds * 1000
  }
}

const isJson = (answer: HttpAnswer) => jsonOf(answer) !== undefined

function failureOf(error: unknown): SendFailure {
  if (error instanceof SendFailure) return error
  throw error
}
