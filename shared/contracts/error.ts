import { z } from 'zod'

/** The closed set of error codes; each maps to one HTTP status in the API. Detail goes into `details`. */
export const errorCodes = [
  'invalid',
  'not_signed_in',
  'forbidden',
  'not_found',
  'conflict',
  'client_too_old',
  'too_large',
  'too_many',
  'ticket_system',
  'unavailable',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export const errorReplySchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    /** A plain sentence that says what to do. */
    message: z.string(),
    /** To be named when asking for help. */
    request: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
})

export type ErrorReply = z.infer<typeof errorReplySchema>
