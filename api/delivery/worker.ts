import { type DeliverDeps, deliver } from './deliver.ts'

export interface WorkerDeps extends DeliverDeps {
  /** Calls back after so many milliseconds; returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void
  /** Told of errors that are ours; the delivery is taken up again when its lease ends. */
  failed(error: unknown): void
}

/** How long one step may take before another worker may take the delivery over. */
const leaseMs = 90_000
const together = 4
const longestSleepMs = 5_000

/** Works through due deliveries until stopped. `wake` after a commit that made one due. */
export function startWorker(deps: WorkerDeps): { wake(): void; stop(): Promise<void> } {
  let stopped = false
  let woken = false
  let rouse = () => {}
  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const cancel = deps.after(milliseconds, resolve)
      rouse = () => {
        cancel()
        resolve()
      }
      if (woken || stopped) rouse()
    })

  async function round(): Promise<number> {
    const now = deps.now()
    const claims = await deps.store.claim(now, now + leaseMs, together)
    await Promise.all(claims.map((claim) => deliver(deps, claim).catch(deps.failed)))
    if (claims.length > 0) return 0
    const due = await deps.store.nextDue()
    return due === null ? longestSleepMs : Math.min(Math.max(due - deps.now(), 0), longestSleepMs)
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false
      const pause = await round().catch((error: unknown) => {
        deps.failed(error)
        return longestSleepMs
      })
      if (pause > 0) await sleep(pause)
    }
  }

  const running = run()
  return {
    wake() {
      woken = true
      rouse()
    },
    async stop() {
      stopped = true
      rouse()
      await running
    },
  }
}
