import { words } from '../words.ts'
import { Refusal } from './call-api.ts'

/** What to tell whoever could not be signed in. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Refusal)) return words.failed
  if (error.code === 'not_signed_in' || error.code === 'invalid') return words.wrongPair
  if (error.code === 'too_many') return words.tooMany(Math.max(1, Math.ceil((error.wait ?? 60) / 60)))
  return words.failed
}
