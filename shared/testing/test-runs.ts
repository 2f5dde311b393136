declare const process: { env: Record<string, string | undefined> }

/** How many cases a property test tries: the environment's `TEST_RUNS`, or the usual number. */
export const testRuns = (usual = 200): number => Number(process.env.TEST_RUNS ?? usual)
