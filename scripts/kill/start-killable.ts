import type { CrashPoint } from '#api/delivery/deliver.ts'
import { startProcess } from '#scripts/serve/start-process.ts'

/** Between two steps of a delivery, or at a transaction of a team by number, counted from 1. */
export type KillPoint = CrashPoint | { transaction: number; committed: boolean }

export interface KillableOptions {
  databaseUrl: string
  port: number
  secretKeys: string
  leaseMs: number
  /** Ends itself there; null runs on until killed. */
  killAt: KillPoint | null
}

/** An API in a process of its own. */
export interface KillableApi {
  /** Resolves once it serves; rejects where it ended before. */
  serving: Promise<void>
  ended: Promise<void>
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
}

/** Starts one. */
export function startKillable(options: KillableOptions): KillableApi {
  const { says, ended, signal } = startProcess('scripts/kill/main.ts', {}, [JSON.stringify(options)])
  const serving = says('serving')
  serving.catch(() => {})
  return {
    serving,
    ended: ended.then(() => {}),
    async kill() {
      signal('SIGKILL')
      await ended
    },
  }
}
