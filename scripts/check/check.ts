import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Counts, countPlaywright, countVitest } from './counts.ts'
import { findChromium } from './find-chromium.ts'
import { runCommand } from './run-command.ts'

/** Everything that `npm test` holds the project to, part by part, with the seconds each took. */

interface Part {
  name: string
  run(): Promise<{ ok: boolean; counts?: Counts }>
}

const root = path.resolve(import.meta.dirname, '../..')
const results = path.join(root, 'dist', 'test-results')
const longestMinutes = 15

const { values, positionals } = parseArgs({
  options: { long: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const environment: NodeJS.ProcessEnv = { ...process.env, ...(values.long && { TEST_RUNS: '10000' }) }

const command = (line: string[]) => runCommand(line, { cwd: root, env: environment })

async function all(lines: string[][]): Promise<{ ok: boolean }> {
  for (const line of lines) if (!(await command(line))) return { ok: false }
  return { ok: true }
}

function vitest(name: string, projects: string[]): Part {
  const file = path.join(results, `${name.replaceAll(/\W+/g, '-')}.json`)
  return {
    name,
    async run() {
      const wanted = projects.flatMap((project) => ['--project', project])
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
      const ok = await command(['vitest', 'run', ...wanted, ...reporters])
      return { ok, counts: countVitest(file) }
    },
  }
}

const parts: Part[] = [
  {
    name: 'static',
    run: () =>
      all([
        ['biome', 'check', '--error-on-warnings', '.'],
        ['tsc', '-b'],
        ['knip'],
        ['node', 'scripts/house/check-house.ts'],
      ]),
  },
  vitest('unit and property', ['unit', 'panel', 'extension']),
  vitest('api on embedded', ['api on embedded']),
  vitest('api on a server', ['api on a server']),
  {
    name: 'end to end',
    async run() {
      const chromium = findChromium()
      if (typeof chromium !== 'string') {
        console.error(chromium.advice)
        return { ok: false }
      }
      environment.CHROMIUM_PATH = chromium
      const file = path.join(results, 'end-to-end.json')
      environment.PLAYWRIGHT_JSON_OUTPUT_NAME = file
      const { ok } = await all([
        ['node', 'scripts/build/build.ts'],
        ['wxt', 'build', '-b', 'chrome', '-m', 'test'],
        ['playwright', 'test', '--reporter=list,json'],
      ])
      return { ok, counts: countPlaywright(file) }
    },
  },
]

async function check(): Promise<number> {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const wanted = positionals.length === 0 ? parts : parts.filter(({ name }) => positionals.includes(name))
  const total: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] }
  const lines: string[] = []
  const begun = Date.now()
  for (const part of wanted) {
    console.log(`\n== ${part.name}`)
    const started = Date.now()
    const { ok, counts } = await part.run()
    if (counts !== undefined) {
      for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
      total.failures.push(...counts.failures)
    }
    if (!ok && (counts?.failed ?? 0) === 0) total.failed += 1
    lines.push(`${ok ? 'ok    ' : 'FAILED'} ${part.name}: ${seconds(started)} s`)
  }
  if (total.failures.length > 0) console.log(`\n== what failed\n${total.failures.join('\n')}`)
  console.log(`\n${lines.join('\n')}`)
  if (!values.long && Date.now() - begun > longestMinutes * 60_000)
    console.warn(`WARNING: this took ${seconds(begun)} s, more than ${longestMinutes} minutes.`)
  console.log(`\ntests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  return total.failed === 0 ? 0 : 1
}

const seconds = (since: number) => Math.round((Date.now() - since) / 1_000)

process.exit(await check())
