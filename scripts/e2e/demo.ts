import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#scripts/serve/free-port.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The demo as a newcomer starts it, on ports and in a data folder of its own. */
export interface Demo {
  /** The link that it printed. */
  link: string
  api: string
  sandbox: string
  /** Kills it without warning, then starts it again on the same data and ports; the sandbox begins anew. */
  restart(signal: 'SIGKILL' | 'SIGINT'): Promise<void>
  stop(): Promise<void>
}

/** Starts one; `sandbox` names a stand-in that outlives it. */
export async function startDemo(sandbox?: { url: string; credentials: string }): Promise<Demo> {
  const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const env = {
    ...process.env,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    RESOLUTIONFLOW_DATA: path.join(folder, 'data'),
    CI: 'true',
    ...(sandbox && { SANDBOX_URL: sandbox.url, SANDBOX_CREDENTIALS: sandbox.credentials }),
  }
  let running = await runDemo(env)
  return {
    link: running.link,
    api: `http://localhost:${port}`,
    sandbox: sandbox?.url ?? `http://localhost:${sandboxPort}`,
    async restart(signal) {
      await end(running.child, signal)
      running = await runDemo(env)
    },
    async stop() {
      await end(running.child, 'SIGINT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Runs the demo's process until it has printed its link. Throws with what it printed where it ends instead; `env` is
 * its whole environment.
 */
export async function runDemo(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; link: string }> {
  const child = spawn(process.execPath, ['scripts/demo/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const link = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /^\s+(http:\/\/localhost:\d+\S*)$/m.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`The demo ended with ${code}: ${printed}`)))
  })
  return { child, link: await link }
}

/** Ends it by a signal; resolves to its exit code, null where the signal itself ended it. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
  return child.exitCode
}
