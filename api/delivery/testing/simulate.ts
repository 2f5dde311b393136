import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import type { DeliveryStore } from '#api/ports/delivery-store.ts'
import type { Psa } from '#api/ports/psa.ts'
import { seededRandom, virtualTime } from '#shared/sync/testing/virtual-time.ts'
import { beforeLastSweep } from '../decide.ts'
import { askRemoval } from '../decide-removal.ts'
import { createMemoryDeliveryStore, type StoredJob } from '../store-in-memory.ts'
import { startWorker } from '../worker.ts'
import { judge } from './judge.ts'
import { type PlannedPost, planSchedule, type Schedule } from './planned-schedule.ts'
import { connection, type StoredText, simulateConnectWise } from './simulated-connectwise.ts'
import {
  CutOff,
  type Fate,
  type Moment,
  type SimulatedProcess,
  simulateProcess,
} from './simulated-process.ts'
import { unreliableSend } from './unreliable-send.ts'
import { watchTransitions } from './watch-transitions.ts'

export interface Simulation {
  seed: number
  /** Changes what the seed drew. */
  plan?: (drawn: Schedule) => Schedule
  /** Decides what befalls a process instead of chance. */
  fate?: (moment: Moment) => Fate
  /** People remove what stands there twice: by our click, and sometimes by hand. */
  tidies?: boolean
  /** Puts a defect between the worker and its store or ticket system, to show that the run notices. */
  defect?: { store?: (store: DeliveryStore) => DeliveryStore; psa?: (psa: Psa) => Psa }
}

export interface Verdict {
  /** Every promise broken, in words. */
  wrong: string[]
  ends: Record<string, number>
  /** Texts with a marker that stand in their ticket more than once, and how many of them ask somebody to look; and how many
   * texts are said to be doubled. */
  doubled: { there: number; said: number; open: number }
  /** What happened, in order, for whoever has to understand a run. */
  trace: string[]
}

const start = Date.UTC(2026, 0, 1)
const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

/**
 * Delivers the posts of one schedule by the workers of several processes that die, stand still and lose their
 * database, through the real adapter, to a ConnectWise that loses, delays and refuses. The seed says it all.
 */
export async function simulate({
  seed,
  plan,
  fate,
  tidies = false,
  defect = {},
}: Simulation): Promise<Verdict> {
  const random = seededRandom(seed)
  const drawn = planSchedule(random, start)
  const schedule = plan?.(drawn) ?? drawn
  const time = virtualTime(start)
  const trace: string[] = []
  const wrong: string[] = []
  const note = (happened: string) => {
    trace.push(`${((time.now() - start) / second).toFixed(3)} s  ${happened}`)
  }
  const server = simulateConnectWise(time.now, random, schedule.habits)
  const memory = createMemoryDeliveryStore()
  const read = (id: string) => memory.jobs().find(({ delivery }) => delivery.id === id)?.delivery
  const watched = watchTransitions(memory, read, (id, from, change, against) => {
    note(`${id}: ${from} → ${change.state ?? from}${change.message ? ` (${change.message})` : ''}`)
    if (against !== null) wrong.push(`${id} ${against}`)
    if (tidies && change.doubled) tidy(id, change.removing === null)
  })
  const world = {
    store: defect.store?.(watched) ?? watched,
    send: unreliableSend(time, random, server, schedule.faults, note),
  }
  const fails = (error: unknown) => {
    if (!(error instanceof CutOff)) wrong.push(`an error of ours: ${String(error)}`)
  }
  const drawFate = (): Fate => {
    const drawn = random()
    if (drawn < schedule.dies) return 'dies'
    if (drawn < schedule.dies + schedule.standsStill)
      return { standsStillMs: random() * schedule.longestStandstillMs }
    return drawn < schedule.dies + schedule.standsStill + schedule.isCutOff ? 'is cut off' : null
  }

  const running = new Map<number, { process: SimulatedProcess; wake(): void }>()
  function startProcess(number: number): void {
    const process = simulateProcess(
      time,
      world,
      (moment) => fate?.(moment) ?? drawFate(),
      () => {
        note(`process ${number} dies`)
        running.delete(number)
        time.after(second + random() * minute, () => startProcess(number))
      },
    )
    const { store, send, after } = process
    const sleep = (milliseconds: number) => new Promise<void>((resolve) => after(milliseconds, resolve))
    const real = connectWisePsa(connection, { send, now: time.now, sleep, random, allowInsecure: false })
    const psa = defect.psa?.(real) ?? real
    const worker = startWorker({
      store,
      psaOf: async () => psa,
      now: time.now,
      random,
      after,
      failed: fails,
      longestSleepMs: 2 * 60 * minute,
    })
    running.set(number, { process, wake: worker.wake })
  }
  for (let number = 1; number <= schedule.processes; number += 1)
    time.after(random() * second, () => startProcess(number))
  const wakeAll = () => {
    for (const { wake } of running.values()) wake()
  }

  const undone = new Set<string>()
  const notBefore = new Map<string, number>()
  let ahead = 0
  const later = (milliseconds: number, run: () => void) => {
    ahead += 1
    time.after(milliseconds, () => {
      ahead -= 1
      run()
      wakeAll()
    })
  }
  function perform({ text, act }: PlannedPost): void {
    const { id } = text.delivery
    if (act?.what === 'undo' && memory.undo(id, time.now())) undone.add(id)
    if (act?.what === 'send now') {
      memory.sendNow(id, time.now())
      notBefore.set(id, Math.min(notBefore.get(id) ?? 0, time.now()))
    }
    note(`${act?.what} ${id}: ${read(id)?.state}`)
  }
  function echo({ text: { post, delivery } }: PlannedPost): void {
    const isQuoted = delivery.marker !== null
    server.addByHand(post.ticket.id, isQuoted ? `Seen: ${post.text}` : post.text, isQuoted)
    note(`a colleague ${isQuoted ? 'quotes' : 'writes the same as'} ${delivery.id}`)
  }
  function tidy(id: string, looksFirst: boolean): void {
    later(random() * 10 * minute, () => {
      const job = memory.jobs().find(({ delivery }) => delivery.id === id)
      const [oldest, newer] = job?.delivery.copies ?? []
      if (job === undefined || oldest === undefined || newer === undefined) return
      if (looksFirst && job.delivery.doubled) return memory.ask(id, { ...lookOnce(job), dueAt: time.now() })
      const { kind } = job.post.request
      const change = askRemoval(job.delivery, kind, { remove: newer.id, keep: oldest.id }, time.now())
      if (change === null) return
      memory.ask(id, change)
      note(`somebody asks to remove ${kind} ${newer.id} of ${id}`)
      if (random() < 0.5) later(random() * 2 * second, () => removeByHand(job, random() < 0.5))
    })
  }
  /** Nobody removes the last one that they see. */
  function removeByHand({ delivery, post }: StoredJob, first: boolean): void {
    const there = server.texts.filter((text) => !text.byHand && text.text.includes(delivery.marker ?? '?'))
    const chosen = there.at(first ? 0 : -1)
    if (chosen === undefined || there.length < 2) return
    server.remove(chosen)
    note(`somebody removes ${post.request.kind} ${chosen.id} of ${delivery.id} by hand`)
  }
  for (const post of schedule.posts) {
    later(post.acceptedAfterMs, () => {
      memory.add(post.text)
      if (post.status !== null) memory.add(post.status)
      notBefore.set(post.text.delivery.id, time.now() + post.undoableMs)
      note(`${post.text.delivery.id} accepted`)
      const { echoedAfterMs } = post
      if (echoedAfterMs !== null) later(echoedAfterMs, () => echo(post))
      if (post.act !== null) later(post.act.afterMs, () => perform(post))
    })
  }

  const isQuiet = () => ahead === 0 && memory.jobs().every(({ delivery }) => delivery.dueAt === null)
  await time.until(isQuiet, 5 * day).catch(() => wrong.push('it never comes to rest'))
  for (const { process } of running.values()) process.end()
  const jobs = memory.jobs()
  wrong.push(...judge({ jobs, server, undone, notBefore }))
  return { wrong, ends: endsOf(jobs), doubled: doublesOf(jobs, server.texts), trace }
}

/** The change of a member who lets a doubled text be looked at again. */
const lookOnce = ({ delivery }: StoredJob) => ({ sweeps: Math.min(delivery.sweeps, beforeLastSweep) })

function endsOf(jobs: StoredJob[]): Record<string, number> {
  const ends: Record<string, number> = {}
  for (const { delivery } of jobs) ends[delivery.state] = (ends[delivery.state] ?? 0) + 1
  return ends
}

const asks = ({ delivery }: StoredJob) => delivery.doubled || delivery.state === 'needs_you'

function doublesOf(jobs: StoredJob[], texts: readonly StoredText[]): Verdict['doubled'] {
  const marked = jobs.filter(({ delivery }) => delivery.marker !== null && delivery.part === 'text')
  const doubled = marked.filter(
    ({ delivery: { marker } }) =>
      texts.filter(({ text, byHand }) => !byHand && text.includes(marker ?? '?')).length > 1,
  )
  const open = jobs.filter(({ delivery }) => delivery.doubled).length
  return { there: doubled.length, said: doubled.filter(asks).length, open }
}
