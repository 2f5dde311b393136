import type { PlannedPost } from './planned-schedule.ts'
import { type Simulation, simulate } from './simulate.ts'

/** Seeds whose run breaks a promise, with all that is needed to see it again. */
export async function brokenSeeds(
  run: Omit<Simulation, 'seed'>,
  most: number,
  stopAtFirst = false,
): Promise<string[]> {
  const found: string[] = []
  for (let seed = 1; seed <= most && !(stopAtFirst && found.length > 0); seed += 1) {
    const { wrong } = await simulate({ seed, ...run })
    if (wrong.length > 0) found.push(`TEST_SEED=${seed}: ${wrong.join('; ')}`)
  }
  return found
}

/** The post with another quarantine. */
export const within =
  (quarantineMs: number) =>
  (post: PlannedPost): PlannedPost => ({
    ...post,
    text: { ...post.text, quarantineMs },
    status: post.status === null ? null : { ...post.status, quarantineMs },
  })
