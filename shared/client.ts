import type { ErrorCode } from './contracts/error.ts'
import type { BodyOf, QueryOf, ReplyOf, RouteId } from './contracts/routes.ts'

/** The API as a browser calls it. Throws `ApiError` for every answer that is not a success, and where none came. */
export interface Client {
  call<Id extends RouteId>(route: Id, input?: CallInput<Id>): Promise<ReplyOf<Id>>
  /** A server-sent stream, read by fetch with the bearer; ends by the signal. Rejects when the connection is lost. */
  stream<Id extends RouteId>(
    route: Id,
    input: CallInput<Id>,
    onEvent: (event: StreamEvent) => void,
  ): Promise<void>
}

export interface CallInput<Id extends RouteId> {
  params?: Record<string, string | number>
  query?: QueryOf<Id>
  body?: BodyOf<Id>
  signal?: AbortSignal
}

export interface StreamEvent {
  id: string | null
  event: string
  data: string
}

/** `offline`: no answer came at all. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'offline'
  readonly status: number
  readonly request: string | null
  readonly details: Record<string, unknown>
  constructor(
    code: ErrorCode | 'offline',
    message: string,
    rest: { status?: number; request?: string | null; details?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = rest.status ?? 0
    this.request = rest.request ?? null
    this.details = rest.details ?? {}
  }
}
