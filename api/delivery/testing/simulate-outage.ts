import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import { type HttpAnswer, type Send, SendFailure } from '#api/adapters/connectwise/send.ts'
import type { Psa } from '#api/ports/psa.ts'
import { seededRandom, type VirtualTime, virtualTime } from '#shared/sync/testing/virtual-time.ts'
import { createMemoryDeliveryStore, type StoredJob } from '../store-in-memory.ts'
import { startWorker } from '../worker.ts'
import { planPost } from './planned-schedule.ts'
import {
  connection,
  jsonAnswer,
  pageAnswer,
  type SimulatedConnectWise,
  simulateConnectWise,
} from './simulated-connectwise.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const start = Date.UTC(2026, 0, 1)

/** How long ConnectWise asks to be left alone in the last hours of the outage, seconds. */
export const outageRetryAfter = 900

export interface TeamInOutage {
  name: string
  server: SimulatedConnectWise
  /** When each call began, from the beginning of the outage, milliseconds. */
  calls: number[]
  /** When it was asked to leave ConnectWise alone. */
  asked: number[]
  mostAtOnce: number
}

/** What can go wrong with a whole ConnectWise, by the hour: not there, no answer, a proxy's page, too many calls. */
function troubleAt(after: number): 'absent' | 'silent' | 'page' | 'too many' | null {
  if (after < hour) return 'absent'
  if (after < 2 * hour) return 'silent'
  if (after < 3 * hour) return 'page'
  return after < 8 * hour ? 'too many' : null
}

/**
 * An outage of eight hours at the beginning of which all posts are waiting; the workers of two processes go on until
 * none is left. Resolves to what became of them, and what each team's ConnectWise saw.
 */
export async function simulateOutage(
  posts: number,
  teams: number,
): Promise<{ jobs: StoredJob[]; teams: TeamInOutage[]; errors: unknown[]; lastedMs: number }> {
  const random = seededRandom(11)
  const time = virtualTime(start)
  const store = createMemoryDeliveryStore()
  const habits = { pageSize: 1_000, clockAheadMs: 0, longestLagMs: 0, ascribesToKeys: false, rewrites: false }
  const all = Array.from({ length: teams }, (_, n): TeamInOutage => {
    const server = simulateConnectWise(time.now, random, habits)
    return { name: `team-${n}`, server, calls: [], asked: [], mostAtOnce: 0 }
  })
  for (let n = 0; n < posts; n += 1) store.add(waitingPost(n, posts, all[n % teams]?.name ?? '', random))
  const errors: unknown[] = []
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => time.after(milliseconds, resolve))
  for (let process = 0; process < 2; process += 1) {
    const psas = new Map<string, Psa>()
    for (const team of all) {
      const send = sendInOutage(time, random, team)
      psas.set(
        team.name,
        connectWisePsa(connection, { send, now: time.now, sleep, random, allowInsecure: false }),
      )
    }
    startWorker({
      store,
      psaOf: async (team) => psas.get(team) ?? Promise.reject(new Error('no such team')),
      now: time.now,
      random,
      after: time.after,
      failed: (error) => errors.push(error),
    })
  }
  const isDone = () => store.jobs().every(({ delivery: { state } }) => state === 'posted')
  // Asked once a minute of virtual time: there are thousands.
  for (let passed = 0; passed < 24 * hour && !isDone(); passed += minute) await time.pass(minute)
  return { jobs: store.jobs(), teams: all, errors, lastedMs: time.now() - start }
}

/** Tickets have from one to many posts waiting. */
function waitingPost(n: number, of: number, team: string, random: () => number): StoredJob {
  const { text } = planPost(n, random, start, n - of, 5 * minute)
  const ticket = 101 + Math.floor(random() ** 2 * (of / 4))
  const shown = { summary: `Ticket ${ticket}`, company: 3, closed: false }
  const { post, delivery } = text
  return {
    ...text,
    team,
    delivery: { ...delivery, dueAt: start },
    post: {
      ...post,
      ticket: { ...post.ticket, id: ticket },
      request: { ...post.request, shown, status: null },
    },
  }
}

function sendInOutage(time: VirtualTime, random: () => number, team: TeamInOutage): Send {
  const wait = (milliseconds: number) => new Promise<void>((resolve) => time.after(milliseconds, resolve))
  let atOnce = 0

  async function exchange(request: Parameters<Send>[0]): Promise<HttpAnswer> {
    const after = time.now() - start
    team.calls.push(after)
    await wait(20 + random() * 60)
    switch (troubleAt(after)) {
      case 'absent':
        throw new SendFailure(false, 'ConnectWise could not be reached.')
      case 'silent':
        await wait(request.timeoutMs - 80)
        throw new SendFailure(true, 'ConnectWise did not answer.')
      case 'page':
        return pageAnswer(502)
      case 'too many':
        team.asked.push(time.now() - start)
        return jsonAnswer(
          429,
          { error: 'TooManyRequests', message: 'Slow down.' },
          { 'retry-after': String(outageRetryAfter) },
        )
      case null: {
        const answer = team.server.answer(request)
        await wait(random() * 200)
        return answer
      }
    }
  }

  return async (request) => {
    atOnce += 1
    team.mostAtOnce = Math.max(team.mostAtOnce, atOnce)
    try {
      return await exchange(request)
    } finally {
      atOnce -= 1
    }
  }
}
