import type { Logger } from 'pino'
import type { Context } from '#api/context.ts'

/** What travels along with a request inside the app. */
export interface ApiEnvironment {
  Variables: {
    requestId: string
    log: Logger
    /** Set for requests with a valid token. */
    context: Context
  }
}
