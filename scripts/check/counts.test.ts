import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './counts.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, content: unknown): string {
  const file = path.join(folder, name)
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('the count of a test report', () => {
  it('names what failed and why, without the colours', () => {
    const file = written('vitest.json', {
      numPassedTests: 2,
      numFailedTests: 1,
      numPendingTests: 0,
      numFailedTestSuites: 1,
      testResults: [
        {
          name: 'shared/a.test.ts',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'a holds' },
            { status: 'failed', fullName: 'a breaks', failureMessages: ['\u001b[31mseed: 7\u001b[39m'] },
          ],
        },
      ],
    })
    expect(countVitest(file)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
      failures: ['shared/a.test.ts › a breaks\n  seed: 7'],
    })
  })

  it('names a file that could not be loaded', () => {
    const file = written('broken.json', {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numFailedTestSuites: 1,
      testResults: [{ name: 'shared/b.test.ts', message: 'no such module', assertionResults: [] }],
    })
    expect(countVitest(file)).toMatchObject({ failed: 1, failures: ['shared/b.test.ts\n  no such module'] })
  })

  it('counts a browser test that passed at its second try as failed', () => {
    const file = written('playwright.json', {
      stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 },
      suites: [
        {
          specs: [],
          suites: [
            {
              specs: [
                {
                  title: 'posts',
                  file: 'post.e2e.ts',
                  tests: [{ status: 'flaky', results: [{ error: { message: 'late' } }, {}] }],
                },
              ],
            },
          ],
        },
      ],
    })
    expect(countPlaywright(file)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      failures: ['post.e2e.ts › posts\n  late'],
    })
  })

  it('takes a missing report for a failure', () => {
    expect(countVitest(path.join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 })
    expect(countPlaywright(path.join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 })
  })
})
