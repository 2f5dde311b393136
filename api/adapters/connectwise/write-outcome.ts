import type { z } from 'zod'
import type { RefusalReason, RemovalResult, WriteResult } from '../../ports/psa.ts'
import { errorBodyOf, isServerNotFound, jsonOf, plainMessage, retryAfterOf } from './error-body.ts'
import type { HttpAnswer } from './send.ts'

/** What came of one attempt to write. `at` is when the answer stood, epoch milliseconds. */
export type WriteAttempt =
  | { kind: 'answered'; answer: HttpAnswer; at: number }
  /** No byte of it can have left this machine. */
  | { kind: 'not_sent'; message: string }
  /** It left, and what became of it is open. */
  | { kind: 'lost'; message: string }

/** What the written record says of itself. `null` ticket: the record did not name one. */
export interface Written {
  id: number
  ticket: number | null
  author: string | null
  at: string | null
}

/**
 * One attempt → what may be told the person. Certain refusals are few: nothing left, the web server's own word that
 * it has no such path, or ConnectWise's own error body under one of the statuses below. Everything else leaves it open. A record written to another ticket than
 * `ticket` is never called written.
 */
export function writeOutcome<T extends z.ZodType>(
  attempt: WriteAttempt,
  expected: { ticket: number; schema: T; read: (record: z.output<T>) => Written },
): WriteResult {
  if (attempt.kind === 'not_sent') return { outcome: 'refused', reason: 'not_sent', message: attempt.message }
  if (attempt.kind === 'lost') return { outcome: 'ambiguous', message: attempt.message }
  const { answer, at } = attempt
  if (answer.status < 200 || answer.status > 299) return refusalOf(answer, at)
  const parsed = expected.schema.safeParse(jsonOf(answer))
  if (!parsed.success) return open('ConnectWise took it, but its answer does not name what was written.')
  const written = expected.read(parsed.data)
  if (written.ticket === null) return open('ConnectWise took it, but does not say on which ticket it stands.')
  if (written.ticket !== expected.ticket)
    return open(
      `ConnectWise answered with ticket #${written.ticket} instead of #${expected.ticket}. Look at both.`,
    )
  return { outcome: 'written', ...written, ticket: written.ticket }
}

/**
 * One attempt to remove → what may be told the person. Only an answer without content says that it is done: a page
 * may come with any other success.
 */
export function removalOutcome(attempt: WriteAttempt): RemovalResult {
  if (attempt.kind === 'not_sent') return { outcome: 'refused', reason: 'not_sent', message: attempt.message }
  if (attempt.kind === 'lost') return { outcome: 'ambiguous', message: attempt.message }
  const { answer, at } = attempt
  if (answer.status === 204) return { outcome: 'removed' }
  if (answer.status < 200 || answer.status > 299) return refusalOf(answer, at)
  return open(`ConnectWise answered ${answer.status} without saying whether it was removed.`)
}

type NoResult = Exclude<WriteResult, { outcome: 'written' }>

const reasons: Record<number, RefusalReason> = {
  400: 'invalid',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'rate_limited',
}

function refusalOf(answer: HttpAnswer, now: number): NoResult {
  if (isServerNotFound(answer))
    return { outcome: 'refused', reason: 'not_sent', message: 'ConnectWise is being upgraded.' }
  const body = errorBodyOf(answer)
  const reason = reasons[answer.status]
  if (reason === undefined || body === null)
    return open(`ConnectWise answered ${answer.status} without saying whether it was written.`)
  const field = body.errors.find((error) => error.field !== null)?.field ?? undefined
  const retryAfter = retryAfterOf(answer, now) ?? undefined
  return {
    outcome: 'refused',
    reason,
    message: plainMessage(body),
    ...(field === undefined ? {} : { field }),
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
  }
}

function open(message: string): NoResult {
  return { outcome: 'ambiguous', message }
}
