import type { Change, DeliveryJob } from '#api/ports/delivery.ts'
import type { DeliveryClaim, DeliveryStore } from '#api/ports/delivery-store.ts'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import {
  afterCheck,
  afterRefusal,
  afterSend,
  afterSweep,
  beginSend,
  nextStep,
  openOutcome,
} from './decide.ts'
import { type Found, findText } from './find-text.ts'
import { guardTicket, type Refusal } from './guard-ticket.ts'
import { writeOf } from './write-of.ts'

/** What one step of a delivery takes from its surroundings. */
export interface DeliverDeps {
  store: DeliveryStore
  psaOf(team: string): Promise<Psa>
  now(): number
  /** Uniform in [0, 1). */
  random(): number
  /** Called at each named point, so that tests can end the process there. */
  reached?(point: 'claimed' | 'intent committed' | 'written'): void
}

/** Takes one claimed delivery one step further. Never throws for what ConnectWise does. */
export async function deliver(deps: DeliverDeps, claim: DeliveryClaim): Promise<void> {
  const job = await deps.store.load(claim)
  if (job === null) return
  deps.reached?.('claimed')
  const psa = await deps.psaOf(job.team).catch(() => null)
  switch (nextStep(job.delivery)) {
    case 'send':
      return send(deps, claim, job, psa)
    case 'check': {
      const found = psa === null ? notReadable(0) : await look(psa, job)
      await deps.store.record(claim, afterCheck(job.delivery, found, deps.now(), deps.random()), deps.now())
      return
    }
    case 'sweep': {
      const found = psa === null ? notReadable(0) : await look(psa, job)
      await deps.store.record(claim, afterSweep(job.delivery, found, deps.now()), deps.now())
      return
    }
    case 'nothing':
      await deps.store.record(claim, { dueAt: null }, deps.now())
  }
}

async function send(
  deps: DeliverDeps,
  claim: DeliveryClaim,
  job: DeliveryJob,
  psa: Psa | null,
): Promise<void> {
  const { delivery, post } = job
  const about = { ticket: post.ticket.id, acceptedAt: post.acceptedAt }
  const finish = (change: Change) => deps.store.record(claim, change, deps.now())
  const refusal = psa === null ? notConnected : await guardTicket(psa, job)
  if (psa === null || refusal !== null) {
    const why = refusal ?? notConnected
    await finish(
      'change' in why ? why.change : afterRefusal(delivery, why, deps.now(), post.acceptedAt, deps.random()),
    )
    return
  }
  const intent = beginSend(delivery, deps.now(), job.quarantineMs)
  if (!(await finish(intent))) return
  deps.reached?.('intent committed')
  const result = await writeOf(psa, job)
  deps.reached?.('written')
  const sent = { ...delivery, ...intent, tries: delivery.tries }
  const change =
    result.outcome === 'ambiguous'
      ? openOutcome(deps.now())
      : afterSend(sent, result, deps.now(), about, deps.random())
  await finish(change)
}

const notConnected: Refusal = { outcome: 'refused', reason: 'not_sent', message: 'no connection' }

async function look(psa: Psa, job: DeliveryJob): Promise<Found> {
  try {
    if (job.delivery.part === 'text') return findText(job, await psa.texts(job.post.ticket))
    const ticket = await psa.ticket(job.post.ticket)
    if (ticket === null) return { kind: 'doubt', message: 'The ticket is no longer there.' }
    return ticket.status.id === job.post.request.status
      ? { kind: 'found', id: ticket.status.id, author: ticket.updatedBy }
      : { kind: 'none' }
  } catch (error) {
    if (error instanceof PsaError) return notReadable((error.retryAfterSeconds ?? 0) * 1_000)
    throw error
  }
}

const notReadable = (retryAfterMs: number): Found => ({ kind: 'failed', retryAfterMs })
