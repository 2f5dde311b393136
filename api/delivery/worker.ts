import { type DeliverDeps, deliver } from './deliver.ts'
import { leaseMs } from './step-limits.ts'

export interface WorkerDeps extends DeliverDeps {
  /** How long one step may take before another worker may take the delivery over; shorter in tests only. */
  leaseMs?: number
  /** How long to sleep at most where nothing is due; longer in simulations only. */
  longestSleepMs?: number
}

const mostTogether = 16
/** Of one team: its slow or silent ConnectWise must not keep the others waiting. */
const mostPerTeam = 3
const usualSleepMs = 5_000
const longestRestMs = 15 * 60_000

/** Works through due deliveries until stopped. `wake` after a commit that made one due. */
export function startWorker(deps: WorkerDeps): { wake(): void; stop(): Promise<void> } {
  const { longestSleepMs = usualSleepMs } = deps
  const steps = new Set<Promise<void>>()
  const busy = new Map<string, number>()
  const rests = new Map<string, number>()
  let stopped = false
  let woken = false
  let rouse = () => {}

  function wake(): void {
    woken = true
    rouse()
  }

  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const cancel = deps.after(milliseconds, resolve)
      rouse = () => {
        cancel()
        resolve()
      }
      if (woken || stopped) rouse()
    })

  /** Teams that get no further step now. */
  function apart(now: number): string[] {
    for (const [team, until] of rests) if (until <= now) rests.delete(team)
    const full = [...busy].flatMap(([team, count]) => (count >= mostPerTeam ? [team] : []))
    return [...new Set([...full, ...rests.keys()])]
  }

  function begin(team: string, step: Promise<number>): void {
    busy.set(team, (busy.get(team) ?? 0) + 1)
    const done = step
      .then((restMs) => {
        if (restMs > 0) rests.set(team, deps.now() + Math.min(restMs, longestRestMs))
      }, deps.failed)
      .finally(() => {
        const left = (busy.get(team) ?? 1) - 1
        if (left > 0) busy.set(team, left)
        else busy.delete(team)
        steps.delete(done)
        wake()
      })
    steps.add(done)
  }

  /** Begins what is due, one claim at a time so that no team gets more than its share; resolves to how long to sleep. */
  async function round(): Promise<number> {
    while (!stopped && steps.size < mostTogether) {
      const now = deps.now()
      const [claim] = await deps.store.claim(now, now + (deps.leaseMs ?? leaseMs), 1, apart(now))
      if (claim === undefined) {
        const due = await deps.store.nextDue(apart(deps.now()))
        const next = Math.min(due ?? Number.POSITIVE_INFINITY, ...rests.values())
        return Math.min(Math.max(next - deps.now(), 0), longestSleepMs)
      }
      begin(claim.team, deliver(deps, claim))
    }
    return longestSleepMs
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
    await Promise.all(steps)
  }

  const running = run()
  return {
    wake,
    async stop() {
      stopped = true
      rouse()
      await running
    },
  }
}
