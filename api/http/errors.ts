import type { Context as HttpContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { PsaError } from '#api/ports/psa.ts'
import { Problem } from '#api/problem.ts'
import type { ErrorCode, ErrorReply } from '#shared/contracts/error.ts'
import type { ApiEnvironment } from './api-environment.ts'

const statusOf: Record<ErrorCode, ContentfulStatusCode> = {
  invalid: 422,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  client_too_old: 426,
  too_large: 413,
  too_many: 429,
  ticket_system: 502,
  unavailable: 503,
  internal: 500,
}

/** Answers any error: a Problem in its own words, everything else with the request's id alone. */
export function answerError(error: unknown, http: HttpContext<ApiEnvironment>): Response {
  const problem = asProblem(error)
  if (problem !== null) return answer(http, problem)
  const request = http.get('requestId')
  http.get('log').error({ request, error: traitsOf(error) }, 'request failed')
  return answer(
    http,
    new Problem(
      'internal',
      `Something went wrong on our side. Try again; if it stays, name request ${request}.`,
    ),
  )
}

/** Answers with a problem's code, message and details. */
export function answer(http: HttpContext<ApiEnvironment>, problem: Problem): Response {
  const { code, message, details, retryAfterSeconds } = problem
  const reply: ErrorReply = {
    error: { code, message, request: http.get('requestId'), ...(details && { details }) },
  }
  if (retryAfterSeconds !== undefined) http.header('Retry-After', String(retryAfterSeconds))
  return http.json(reply, statusOf[code])
}

function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof PsaError) return ofTicketSystem(error)
  if (error instanceof HTTPException)
    return new Problem(error.status === 413 ? 'too_large' : 'invalid', 'The request could not be read.')
  if (isUnreachable(error))
    return new Problem('unavailable', 'The database does not answer. Try again in a moment.')
  return null
}

const ticketSystemWords: Record<PsaError['reason'], string> = {
  unavailable: 'ConnectWise does not answer. Nothing is lost; try again in a moment.',
  rate_limited: 'ConnectWise asks us to slow down. Nothing is lost; try again in a moment.',
  not_signed_in: 'ConnectWise refuses the stored keys. An administrator has to run "npm run connect" again.',
  forbidden:
    'ConnectWise does not allow this with the stored keys. Run "npm run connect" to see which right is missing.',
  invalid: 'ConnectWise did not understand the request.',
}

function ofTicketSystem(error: PsaError): Problem {
  const rest = error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }
  return new Problem('ticket_system', ticketSystemWords[error.reason], rest)
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_ENDED',
  'CONNECTION_CLOSED',
  '57P01',
  '57P02',
  '57P03',
])

function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && typeof error.code === 'string' && connectionCodes.has(error.code)) return true
  return 'cause' in error && isUnreachable(error.cause)
}

/** Name, code and place, but no message: messages may quote what people typed. */
function traitsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? error.code : undefined
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  return { name: error.name, code, at, ...(error.cause !== undefined && { cause: traitsOf(error.cause) }) }
}
