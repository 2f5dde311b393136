import type { Change, DeliveryJob, DeliveryState } from '#api/ports/delivery.ts'
import type { DeliveryClaim, DeliveryStore } from '#api/ports/delivery-store.ts'
import { type Psa, PsaError, type Ticket } from '#api/ports/psa.ts'
import { limited, refusalOf, restOf } from './ask-psa.ts'
import {
  afterCheck,
  afterRefusal,
  afterSend,
  afterSweep,
  beginSend,
  nextStep,
  waitForTurn,
} from './decide.ts'
import type { Found } from './found.ts'
import { guardTicket } from './guard-ticket.ts'
import { lookFor } from './look-for.ts'
import { removeCopy } from './remove-copy.ts'
import { beginLimitMs, guardLimitMs, searchLimitMs } from './step-limits.ts'
import { writeOf } from './write-of.ts'

/** What one step of a delivery takes from its surroundings. */
export interface DeliverDeps {
  store: DeliveryStore
  psaOf(team: string): Promise<Psa>
  now(): number
  /** Uniform in [0, 1). */
  random(): number
  /** Calls back after so many milliseconds; returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void
  /** Told of errors that are ours. */
  failed(error: unknown): void
  /** Called at each named point, so that tests can end the process there. */
  reached?(point: CrashPoint): void
}

export type CrashPoint = 'claimed' | 'intent committed' | 'written'

/**
 * Takes one claimed delivery one step further, within its lease. Never throws for what ConnectWise does. Resolves to
 * how long ConnectWise asks us to leave the team's tickets alone, milliseconds.
 */
export async function deliver(deps: DeliverDeps, claim: DeliveryClaim): Promise<number> {
  const job = await deps.store.load(claim)
  if (job === null) return 0
  deps.reached?.('claimed')
  const finish = (change: Change, from: DeliveryState = job.delivery.state) =>
    deps.store.record(claim, from, change, deps.now())
  const began = deps.now()
  const look = (): Promise<Found> =>
    limited(deps, searchLimitMs, () => lookFor(job, () => deps.psaOf(job.team)))
  switch (nextStep(job.delivery, job)) {
    case 'send':
      return send(deps, job, finish)
    case 'wait':
      await finish(waitForTurn(began, job.behindUntil))
      return 0
    case 'check': {
      const found = await look().catch(unreadable)
      await finish(afterCheck(job.delivery, found, { began, now: deps.now() }, deps.random()))
      return found.kind === 'failed' ? found.retryAfterMs : 0
    }
    case 'sweep': {
      const found = await look().catch(unreadable)
      await finish(afterSweep(job.delivery, found, deps.now()))
      return found.kind === 'failed' ? found.retryAfterMs : 0
    }
    case 'remove':
      return removeCopy(deps, job, finish)
    case 'nothing':
      await finish({ dueAt: null })
      return 0
  }
}

async function send(
  deps: DeliverDeps,
  job: DeliveryJob,
  finish: (change: Change, from?: DeliveryState) => Promise<boolean>,
): Promise<number> {
  const { delivery, post } = job
  const { now, random } = deps
  const opened = await limited(deps, guardLimitMs, async () => {
    const psa = await deps.psaOf(job.team)
    return { psa, ticket: await psa.ticket(post.ticket) }
  }).catch(refusalOf)
  if ('outcome' in opened) {
    await finish(afterRefusal(delivery, opened, now(), post.acceptedAt, random()))
    return restOf(opened)
  }
  const { psa, ticket } = opened
  const stop = guardTicket(ticket, job) ?? alreadySet(job, ticket)
  if (stop !== null) {
    await finish(stop)
    return 0
  }
  const { quarantineMs } = job
  const statusBefore = delivery.part === 'status' ? (ticket?.status.id ?? null) : null
  const until = now() + beginLimitMs
  if (!(await finish(beginSend(delivery, now(), { quarantineMs, statusBefore })))) return 0
  deps.reached?.('intent committed')
  const result = await writeOf(psa, job, until)
  deps.reached?.('written')
  const about = { ticket: post.ticket.id, acceptedAt: post.acceptedAt, quarantineMs }
  await finish(afterSend(delivery, result, now(), about, random()), 'sending')
  return restOf(result)
}

/** A status that stands already is not set once more, since that may mail somebody. */
function alreadySet({ delivery, post }: DeliveryJob, ticket: Ticket | null): Change | null {
  if (delivery.part === 'text' || ticket === null || ticket.status.id !== post.request.status) return null
  return { state: 'posted', psaId: ticket.id, author: ticket.updatedBy, message: null, dueAt: null }
}

function unreadable(error: unknown): Found {
  if (!(error instanceof PsaError)) throw error
  return { kind: 'failed', retryAfterMs: 0 }
}
