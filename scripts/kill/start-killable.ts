import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import type { CrashPoint } from '#api/delivery/deliver.ts'

export interface KillableOptions {
  databaseUrl: string
  port: number
  secretKeys: string
  leaseMs: number
  /** Ends itself there; null runs on until killed. */
  killAt: CrashPoint | null
}

/** An API in a process of its own. */
export interface KillableApi {
  /** Resolves once it serves; rejects where it ended before. */
  serving: Promise<void>
  ended: Promise<void>
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
}

const main = path.resolve(import.meta.dirname, 'main.ts')

/** Starts one. */
export function startKillable({
  databaseUrl,
  port,
  secretKeys,
  leaseMs,
  killAt,
}: KillableOptions): KillableApi {
  const child: ChildProcess = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      RESOLUTIONFLOW_SECRET_KEYS: secretKeys,
      LEASE_MS: String(leaseMs),
      KILL_AT: killAt ?? '',
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const serving = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.toString().includes('serving')) resolve()
    })
    ended.then(() => reject(new Error('The API ended before it served.')))
  })
  serving.catch(() => {})
  return {
    serving,
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
