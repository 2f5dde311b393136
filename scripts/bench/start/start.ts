import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '#scripts/serve/free-port.ts'
import { type Figure, milliseconds, printed } from '../measure/figure.ts'

const longestEndMs = 30_000
const root = path.resolve(import.meta.dirname, '../../..')

/**
 * `npm start` from the command to a panel that can be used: in a fresh copy of the project, its packages installed and
 * nothing built, and then once more.
 */
export async function benchStart(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-bench-'))
  try {
    await copyProject(folder)
    const env = {
      ...process.env,
      PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
      CI: 'true',
    }
    const first = await startOnce(folder, env)
    const second = await startOnce(folder, env)
    return [
      printed(
        'First start after the install: pages built, database made',
        milliseconds(first.usable),
        '≤ 30 s',
      ),
      printed('Second start', milliseconds(second.usable), '≤ 5 s'),
      printed('End after Ctrl-C', milliseconds(second.ended)),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a clone would hold, with the packages of this one. */
async function copyProject(folder: string): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of new Set(
    listed.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name))),
  ))
    await cp(path.join(root, file), path.join(folder, file), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
}

async function startOnce(cwd: string, env: NodeJS.ProcessEnv): Promise<{ usable: number; ended: number }> {
  const begun = performance.now()
  const isWindows = process.platform === 'win32'
  // A group of its own, so that the interrupt reaches npm and all below it, as a terminal's would.
  const child = spawn('npm', ['start'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: !isWindows,
    shell: isWindows,
  })
  try {
    await answered(await linkOf(child))
    await answered(`http://localhost:${env.PORT}/ready`)
    const usable = performance.now() - begun
    const interrupted = performance.now()
    await end(child, path.join(cwd, '.data/lock'))
    return { usable, ended: performance.now() - interrupted }
  } catch (error) {
    if (isRunning(child)) interrupt(child)
    throw error
  }
}

async function answered(url: string): Promise<void> {
  const answer = await fetch(url)
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`)
}

/** npm may end before what it started, so the whole group is waited for. Rejects where the data folder is not freed. */
async function end(child: ChildProcess, lock: string): Promise<void> {
  interrupt(child)
  const latest = performance.now() + longestEndMs
  while (isRunning(child)) {
    if (performance.now() > latest) throw new Error('What npm start began does not end after Ctrl-C.')
    await setTimeout(10)
  }
  if (existsSync(lock)) throw new Error('npm start ended after Ctrl-C without closing its database.')
}

function isRunning(child: ChildProcess): boolean {
  if (process.platform === 'win32' || child.pid === undefined) return child.exitCode === null
  try {
    process.kill(-child.pid, 0)
    return true
  } catch {
    return false
  }
}

function linkOf(child: ChildProcess): Promise<string> {
  let printedSoFar = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printedSoFar += chunk.toString()
      const link = /^\s+(http:\/\/localhost:\d+\S*)$/m.exec(printedSoFar)?.[1]
      if (link !== undefined) resolve(link)
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${printedSoFar}`)))
  })
}

function interrupt(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') child.kill('SIGINT')
  else process.kill(-child.pid, 'SIGINT')
}
