import { PsaError } from '../../ports/psa.ts'
import { errorBodyOf, plainMessage, retryAfterOf } from './error-body.ts'
import type { HttpAnswer } from './send.ts'

/** A read that ConnectWise answered with something else than the record. */
export class ConnectWiseReadError extends PsaError {
  readonly status: number
  /** ConnectWise's own words; empty where the answer was not its own. */
  readonly said: string
  constructor(
    status: number,
    reason: PsaError['reason'],
    message: string,
    said: string,
    retryAfter?: number,
  ) {
    super(reason, said === '' ? message : `${message} ConnectWise says: ${said}`, retryAfter)
    this.status = status
    this.said = said
  }
}

/**
 * ConnectWise itself says that it has no record of that number. A 404 alone proves nothing: a page comes from a
 * moved codebase, and wrong keys are answered "Not found" too.
 */
export function isMissing(error: unknown, id: number): boolean {
  if (!(error instanceof ConnectWiseReadError) || error.status !== 404) return false
  return error.said.split(/\D+/).includes(String(id))
}

/** An answer that is no success → the error to throw. `now` is epoch milliseconds, for a dated Retry-After. */
export function readError(answer: HttpAnswer, now: number): ConnectWiseReadError {
  const { status } = answer
  const body = errorBodyOf(answer)
  const said = body === null ? '' : plainMessage(body)
  const retryAfter = retryAfterOf(answer, now) ?? undefined
  const make = (reason: PsaError['reason'], message: string) =>
    new ConnectWiseReadError(status, reason, message, said, retryAfter)
  if (body !== null && /ssl is required/i.test(body.message ?? ''))
    return make('invalid', 'This host does not answer the API. Use the API host of the region.')
  if (status === 429) return make('rate_limited', 'ConnectWise asks us to slow down.')
  if (status === 401) return make('not_signed_in', 'ConnectWise did not accept the keys. Check them.')
  if (status === 403) return make('forbidden', 'The API member lacks a right in ConnectWise.')
  if (status === 404 && body === null)
    return make('unavailable', 'ConnectWise answered with a page instead of a record. Try again in a moment.')
  if (status === 404) return make('invalid', 'ConnectWise does not know this record.')
  if (status >= 500) return make('unavailable', 'ConnectWise failed. Try again in a moment.')
  if (status >= 300 && status < 400)
    return make('invalid', 'ConnectWise sent us to another address, which is not followed. Check the host.')
  if (status < 300) return make('unavailable', 'ConnectWise answered with something that cannot be read.')
  return make('invalid', 'ConnectWise refused the question.')
}
