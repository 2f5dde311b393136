import { PsaError, type RemovalResult } from '#api/ports/psa.ts'
import type { DeliverDeps } from './deliver.ts'
import { within } from './within.ts'

/** A certain no, of a write, a removal, or of a read that had to come before. */
export type Refused = Extract<RemovalResult, { outcome: 'refused' }>

/** Runs what reads; whatever goes wrong, and taking longer than `most` milliseconds, is a `PsaError`. */
export function limited<T>(
  deps: Pick<DeliverDeps, 'after' | 'failed'>,
  most: number,
  read: () => Promise<T>,
): Promise<T> {
  return within(deps.after, most, read()).catch((error: unknown) => {
    if (error instanceof PsaError) throw error
    deps.failed(error)
    throw new PsaError('unavailable', 'ConnectWise could not be asked.')
  })
}

/** A `PsaError` before anything was written, as the refusal that it amounts to. Throws every other error on. */
export function refusalOf(error: unknown): Refused {
  if (!(error instanceof PsaError)) throw error
  const { message, retryAfterSeconds } = error
  const reason = error.reason === 'unavailable' ? 'not_sent' : error.reason
  return {
    outcome: 'refused',
    reason,
    message,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }
}

/** How long ConnectWise asks us to leave the team’s tickets alone, milliseconds. */
export const restOf = (result: { outcome: string } | Refused): number =>
  'reason' in result && result.reason === 'rate_limited' ? (result.retryAfterSeconds ?? 1) * 1_000 : 0
