import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests a part ran, by outcome. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** Reads vitest's JSON report; nothing at all counts as one failure. */
export function countVitest(file: string): Counts {
  const read = vitestReport.safeParse(readJson(file))
  if (!read.success) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, numFailedTestSuites } = read.data
  return { passed, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0), skipped }
}

/** The same of Playwright's; a test that passed at a second try counts as failed. */
export function countPlaywright(file: string): Counts {
  const read = playwrightReport.safeParse(readJson(file))
  if (!read.success) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = read.data.stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
