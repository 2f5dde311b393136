import { Agent } from 'node:http'
import path from 'node:path'
import { z } from 'zod'
import { startWalks } from '../append/append.ts'
import { append, type Target, type Walk } from '../append/load.ts'
import { withServer } from '../append/with-server.ts'
import { type Figure, median, milliseconds, printed, quantile } from '../measure/figure.ts'
import { interleave, ratiosOf } from '../measure/interleave.ts'
import { startProcess } from '../measure/start-process.ts'
import { follow } from './follow.ts'

/** Followers of one session at once: far more than a team puts on one ticket. */
const followers = 50

const bareReady = z.object({ port: z.int() })

/**
 * From an append to the last of many followers of that session having heard of it, our API beside a broadcast by
 * bare node:http. Each of our followers reads from the database under its own rights, so this ratio says what that
 * costs; it is held to no bound.
 */
export function benchStreams(): Promise<Figure[]> {
  return withServer(async ({ port, team, db }) => {
    const file = path.join(import.meta.dirname, '../peers/bare-broadcast/main.ts')
    const bare = await startProcess(file, [], bareReady)
    const measure = async (at: number) => {
      const [walk] = await startWalks(db, team, 1)
      if (walk === undefined) throw new Error('There is no session to follow.')
      return timeAppends({ port: at, token: team.token }, walk)
    }
    try {
      const times = await interleave({
        ours: () => measure(port),
        bare: () => measure(bare.ready.port),
      })
      const what = `From an append to the last of ${followers} followers`
      const ratios = [0.25, 0.5, 0.75].map((share) =>
        quantile(ratiosOf(times.ours, times.bare), share).toFixed(1),
      )
      return [
        printed(`${what}, our API over bare node:http`, `${ratios[1]} (${ratios[0]} – ${ratios[2]})`),
        printed(`${what}, our API`, milliseconds(median(times.ours))),
        printed(`${what}, bare node:http`, milliseconds(median(times.bare))),
      ]
    } finally {
      await bare.stop()
    }
  })
}

/** The median milliseconds from an append to all of the session's followers knowing it. */
async function timeAppends(target: Target, { session, events }: Walk): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const all = await Promise.all(Array.from({ length: followers }, () => follow(target, session)))
  const times: number[] = []
  for (const [base, event] of events.entries()) {
    const heard = Promise.all(all.map((one) => one.heard(event.id)))
    const started = performance.now()
    await append(agent, target, session, { base, events: [event] })
    await heard
    times.push(performance.now() - started)
  }
  for (const one of all) one.stop()
  agent.destroy()
  return median(times)
}
