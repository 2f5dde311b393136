import type { Change, Delivery } from '#api/ports/delivery.ts'
import type { WriteResult } from '#api/ports/psa.ts'
import type { Found } from './find-text.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Sends that were certainly not received are tried again for this long; then a person decides. */
const sendCeilingMs = 8 * hour
const checkCeilingMs = 24 * hour
const longestPauseMs = 15 * minute
const sweepsAfterMs = [10 * minute, hour, 24 * hour] as const

export const words = {
  checking: 'ConnectWise did not answer. Checking. Don’t retype it.',
  unreachable: 'ConnectWise cannot be reached. It will be sent as soon as it answers; nothing is lost.',
  slowDown: 'ConnectWise asks us to slow down. It will be sent in a moment.',
  notFound:
    'ConnectWise did not answer twice, and the text is not in the ticket. Look at the ticket, then say whether it is there.',
  notFoundVisible:
    'ConnectWise did not answer, and no text in the ticket is exactly this one. Look at the ticket, then say whether it is there.',
  cannotCheck:
    'ConnectWise has not let us read the ticket for a day. Look at the ticket, then say whether the text is there.',
  tooLong:
    'ConnectWise could not be reached for eight hours. Send it again when it answers, or copy the text.',
  doubled: 'This text stands in the ticket twice. Delete one of the two in ConnectWise.',
  wrongTicket: 'ConnectWise put this text on another ticket than asked. Look at both tickets.',
} as const

/** What a claimed delivery needs now. A `sending` one was left behind by a worker that died: whether it arrived is open. */
export function nextStep(delivery: Delivery): 'send' | 'check' | 'sweep' | 'nothing' {
  switch (delivery.state) {
    case 'waiting':
      return 'send'
    case 'sending':
    case 'checking':
      return 'check'
    case 'posted':
      return delivery.part === 'text' && delivery.sweeps < sweepsAfterMs.length ? 'sweep' : 'nothing'
    case 'failed':
    case 'needs_you':
    case 'undone':
      return 'nothing'
  }
}

/** The intent, committed before the first byte is written: from here on a crash leaves the outcome open. */
export function beginSend(delivery: Delivery, now: number, quarantineMs: number): Change {
  return {
    state: 'sending',
    attempt: delivery.attempt + 1,
    sentAt: now,
    quarantineUntil: now + quarantineMs,
    tries: 0,
    message: null,
  }
}

/** What a write's result means. `ticket` is the one that was asked for; `acceptedAt` bounds how long to go on trying. */
export function afterSend(
  delivery: Delivery,
  result: WriteResult,
  now: number,
  post: { ticket: number; acceptedAt: number },
  jitter: number,
): Change {
  if (result.outcome === 'ambiguous') return openOutcome(now)
  if (result.outcome === 'written') {
    if (result.ticket !== post.ticket) return stop('needs_you', words.wrongTicket, { psaId: result.id })
    return arrived({ id: result.id, author: result.author }, now)
  }
  // Nothing was written, so this attempt does not count.
  return { ...afterRefusal(delivery, result, now, post.acceptedAt, jitter), attempt: delivery.attempt - 1 }
}

/** What a certain refusal means: try later where that may help, else stop and say why. */
export function afterRefusal(
  delivery: Delivery,
  result: Extract<WriteResult, { outcome: 'refused' }>,
  now: number,
  acceptedAt: number,
  jitter: number,
): Change {
  if (result.reason === 'not_sent' || result.reason === 'rate_limited') {
    if (now - acceptedAt > sendCeilingMs) return stop('needs_you', words.tooLong)
    const asked = (result.retryAfterSeconds ?? 0) * second
    const pause = Math.min(Math.max(asked, pauseAfter(delivery.tries, jitter)), longestPauseMs)
    const message = result.reason === 'not_sent' ? words.unreachable : words.slowDown
    return { state: 'waiting', tries: delivery.tries + 1, message, dueAt: now + pause }
  }
  return stop('failed', `ConnectWise refused it: ${result.message}`)
}

/** The outcome of a write is open: look at once, and again. */
export function openOutcome(now: number): Change {
  return { state: 'checking', message: words.checking, dueAt: now }
}

/**
 * What a search means. Finding is proof at any time; not finding counts only from a complete search after the
 * quarantine, and only then comes the one further send, and that only where a marker makes the search certain.
 */
export function afterCheck(delivery: Delivery, found: Found, now: number, jitter: number): Change {
  const since = now - (delivery.sentAt ?? now)
  switch (found.kind) {
    case 'found':
      return arrived(found, now)
    case 'several':
      return { ...arrived(found, now), doubled: true, message: words.doubled }
    case 'doubt':
      return stop('needs_you', found.message)
    case 'failed':
      if (since > checkCeilingMs) return stop('needs_you', words.cannotCheck)
      return lookAgain(delivery, now + Math.max(pauseAfter(delivery.tries, jitter), found.retryAfterMs))
    case 'none': {
      const until = delivery.quarantineUntil ?? now
      if (now < until) {
        const next = Math.min(now + pauseAfter(delivery.tries, jitter), until)
        return lookAgain(delivery, Math.max(next, now + second))
      }
      if (delivery.part === 'text' && delivery.marker === null)
        return stop('needs_you', words.notFoundVisible)
      if (delivery.attempt >= 2) return stop('needs_you', words.notFound)
      return { state: 'waiting', message: words.checking, dueAt: now }
    }
  }
}

/** A late look at a text that is there: a second one may have come after all. */
export function afterSweep(delivery: Delivery, found: Found, now: number): Change {
  const sweeps = delivery.sweeps + 1
  const pause = sweepsAfterMs[sweeps]
  const dueAt = pause === undefined ? null : (delivery.sentAt ?? now) + pause
  if (found.kind === 'several') return { sweeps, dueAt, doubled: true, message: words.doubled }
  return { sweeps, dueAt: dueAt === null ? null : Math.max(dueAt, now + minute) }
}

function arrived(written: { id: number; author: string | null }, now: number): Change {
  return {
    state: 'posted',
    psaId: written.id,
    author: written.author,
    message: null,
    sweeps: 0,
    dueAt: now + sweepsAfterMs[0],
  }
}

function stop(state: 'failed' | 'needs_you', message: string, rest: Change = {}): Change {
  return { state, message, dueAt: null, ...rest }
}

function lookAgain(delivery: Delivery, dueAt: number): Change {
  return { state: 'checking', tries: delivery.tries + 1, message: words.checking, dueAt }
}

/** 1, 2, 4 … seconds up to the longest pause, spread by a quarter so that many do not come at once; `jitter` in [0, 1). */
function pauseAfter(times: number, jitter: number): number {
  const pause = Math.min(second * 2 ** Math.min(times, 20), longestPauseMs)
  return Math.round(pause * (1 + jitter / 4))
}
