import type { Hit } from '#shared/search/build-index.ts'

/** Under this share of a symptom the ticket has words in common with it by chance; a note of ours alone stays under it. */
const leastShare = 0.55

/** Whether a flow fits well enough to be suggested: the ticket says most of its title or of one symptom. */
export function fits({ share }: Hit): boolean {
  return share >= leastShare
}
