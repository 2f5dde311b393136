import type { RejectionReason } from '#shared/session/event.ts'
import { allWords } from '../../words/all-words.ts'

/** Why something was not taken, in plain words. */
export function rejection(reason: RejectionReason): string {
  return allWords.value.rejected[reason]
}
