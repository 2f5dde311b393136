import type { ErrorCode } from '#shared/contracts/error.ts'

/** What a verb throws when it cannot do as asked. The message is read by people: it says what to do. */
export class Problem extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown> | undefined
  readonly retryAfterSeconds: number | undefined
  constructor(
    code: ErrorCode,
    message: string,
    rest: { details?: Record<string, unknown>; retryAfterSeconds?: number } = {},
  ) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.details = rest.details
    this.retryAfterSeconds = rest.retryAfterSeconds
  }
}
