import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests a part ran, by outcome, and what failed: name and the first words of why. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
  failures: string[]
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const playwrightTest = z.object({
  status: z.string(),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
})
const playwrightSpec = z.object({ title: z.string(), file: z.string(), tests: z.array(playwrightTest) })
interface PlaywrightSuite {
  specs: z.infer<typeof playwrightSpec>[]
  suites?: PlaywrightSuite[] | undefined
}
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({ specs: z.array(playwrightSpec), suites: z.array(playwrightSuite).optional() }),
)

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(playwrightSuite),
})

const unread = (file: string): Counts => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [`${file} holds no report: the tests did not run to their end`],
})

/** Reads vitest's JSON report; nothing at all counts as one failure. */
export function countVitest(file: string): Counts {
  const read = vitestReport.safeParse(readJson(file))
  if (!read.success) return unread(file)
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, numFailedTestSuites } = read.data
  const failures = read.data.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message !== '') return [failure(name, message)]
    return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages?.[0]))
  })
  return { passed, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0), skipped, failures }
}

/** The same of Playwright's; a test that passed at a second try counts as failed. */
export function countPlaywright(file: string): Counts {
  const read = playwrightReport.safeParse(readJson(file))
  if (!read.success) return unread(file)
  const { expected, unexpected, flaky, skipped } = read.data.stats
  const failures = read.data.suites
    .flatMap(specsOf)
    .flatMap(({ file: name, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) =>
          failure(`${name} › ${title}`, results.find(({ error }) => error)?.error?.message),
        ),
    )
  return { passed: expected, failed: unexpected + flaky, skipped, failures }
}

const specsOf = ({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...specs,
  ...suites.flatMap(specsOf),
]

function failure(name: string, message = ''): string {
  const words = message.replaceAll(new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'g'), '')
  return `${name.replace(`${process.cwd()}/`, '')}\n  ${words.slice(0, 600).replaceAll('\n', '\n  ')}`
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
