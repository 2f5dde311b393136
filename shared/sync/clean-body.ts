import type { EventBody } from '../session/event.ts'
import { redactBody } from '../session/redact-event.ts'
import { exceededLimit } from '../session/text-limits.ts'

/**
 * What a person wrote, as it may be stored: every secret replaced. Throws RangeError, with a sentence to show, for a
 * text longer than the API takes.
 */
export function cleanBody(body: EventBody): EventBody {
  const clean = redactBody(body)
  const limit = exceededLimit(clean)
  if (limit !== null) throw new RangeError(`That text is too long. At most ${limit} characters fit.`)
  return clean
}
