declare const process: { env: Record<string, string | undefined> }

const { TEST_RUNS, TEST_SEED } = process.env

/** How many cases a property test tries: the environment's `TEST_RUNS`, or the usual number. */
export const testRuns = (usual = 200): number => Number(TEST_RUNS ?? usual)

/** Whether `TEST_RUNS` asks for other counts than the usual ones. */
export const isLongRun = TEST_RUNS !== undefined

/** The one seed that `TEST_SEED` asks for; null for all of them. */
export const onlySeed = TEST_SEED === undefined ? null : Number(TEST_SEED)
