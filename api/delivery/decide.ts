import type { Change, Delivery } from '#api/ports/delivery.ts'
import type { WriteResult } from '#api/ports/psa.ts'
import type { Found } from './found.ts'
import { sendLimitMs } from './step-limits.ts'
import { words } from './words.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Sends that were certainly not received are tried again for this long; then a person decides. */
const sendCeilingMs = 12 * hour
const checkCeilingMs = 24 * hour
const sweepCeilingMs = 48 * hour
const longestPauseMs = 15 * minute
const longestTurnMs = 5 * minute
const sweepsAfterMs = [10 * minute, hour, 24 * hour] as const

/** Late looks taken before the last one. */
export const beforeLastSweep = sweepsAfterMs.length - 1

type Refused = Extract<WriteResult, { outcome: 'refused' }>

/**
 * What a claimed delivery needs now. A `sending` one was left behind by a worker that died: whether it arrived is
 * open. `behindUntil`: an earlier post of the ticket is still on its way.
 */
export function nextStep(
  delivery: Delivery,
  { behindUntil }: { behindUntil: number | null },
): 'send' | 'wait' | 'check' | 'sweep' | 'remove' | 'nothing' {
  switch (delivery.state) {
    case 'waiting':
      return behindUntil === null ? 'send' : 'wait'
    case 'sending':
    case 'checking':
      return 'check'
    case 'posted':
      if (delivery.removing !== null) return 'remove'
      return delivery.part === 'text' && delivery.sweeps < sweepsAfterMs.length ? 'sweep' : 'nothing'
    case 'failed':
    case 'needs_you':
    case 'undone':
      return 'nothing'
  }
}

/**
 * It is not its turn: look again once the one before has been looked at, and while that takes, less and less often. An
 * earlier one may end before its time, so never wait for long.
 */
export function waitForTurn(now: number, behindUntil: number | null): Change {
  const left = (behindUntil ?? now) - now
  const pause =
    left > 0 ? Math.min(left + second, longestTurnMs) : Math.min(Math.max(-left / 4, second), minute)
  return { message: words.behind, dueAt: Math.round(now + pause) }
}

/**
 * The intent, committed before the first byte is written: from here on a crash leaves the outcome open, and the
 * quarantine then counts from the last moment at which the write could have been on its way.
 */
export function beginSend(
  delivery: Delivery,
  now: number,
  { quarantineMs, statusBefore }: { quarantineMs: number; statusBefore: number | null },
): Change {
  return {
    state: 'sending',
    attempt: delivery.attempt + 1,
    sentAt: now,
    quarantineUntil: now + sendLimitMs + quarantineMs,
    statusBefore,
    tries: 0,
    message: null,
  }
}

/**
 * What a write's result means for the delivery as it stood before the intent. `ticket` is the one that was asked
 * for; `acceptedAt` bounds how long to go on trying.
 */
export function afterSend(
  before: Delivery,
  result: WriteResult,
  now: number,
  about: { ticket: number; acceptedAt: number; quarantineMs: number },
  jitter: number,
): Change {
  switch (result.outcome) {
    case 'written':
      return result.ticket === about.ticket
        ? arrived(before, result, now)
        : stop('needs_you', words.wrongTicket, { psaId: result.id })
    case 'ambiguous':
      return {
        state: 'checking',
        quarantineUntil: now + about.quarantineMs,
        message: words.checking,
        dueAt: now,
      }
    case 'refused':
      // Nothing was written, so this attempt does not count, and nobody has to look for it.
      return {
        attempt: before.attempt,
        sentAt: before.sentAt,
        ...afterRefusal(before, result, now, about.acceptedAt, jitter),
      }
  }
}

/** What a certain refusal means: try later where that may help, else stop and say why. */
export function afterRefusal(
  delivery: Delivery,
  result: Refused,
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
  return stop('failed', words.refused(result.reason, result.message))
}

/**
 * What a search means that began at `began`. Finding is proof at any time; not finding counts only from a complete
 * search begun after the quarantine, and only then comes the one further send, and that only where the search is
 * certain: by a marker, or by a status that is still the one from before.
 */
export function afterCheck(
  delivery: Delivery,
  found: Found,
  { began, now }: { began: number; now: number },
  jitter: number,
): Change {
  switch (found.kind) {
    case 'found':
      return arrived(delivery, found, now)
    case 'several':
      return { ...arrived(delivery, found, now), ...standsTwice(found) }
    case 'doubt':
      return hasSaidSo(delivery) ? sendNow(now) : stop('needs_you', found.message)
    case 'failed':
      if (now - (delivery.sentAt ?? now) > checkCeilingMs) return stop('needs_you', words.cannotCheck)
      return lookAgain(delivery, now + Math.max(pauseAfter(delivery.tries, jitter), found.retryAfterMs))
    case 'none': {
      const until = delivery.quarantineUntil ?? now
      if (began < until) {
        const next = Math.min(now + pauseAfter(delivery.tries, jitter), until)
        return lookAgain(delivery, Math.max(next, now + second))
      }
      if (hasSaidSo(delivery)) return sendNow(now)
      if (delivery.part === 'text' && delivery.marker === null)
        return stop('needs_you', words.notFoundVisible)
      if (delivery.attempt >= 2)
        return stop('needs_you', delivery.part === 'text' ? words.notFound : words.notSet)
      return sendNow(now)
    }
  }
}

/**
 * A member looked at the ticket and said to send again: the text was looked for once more, and what cannot be told
 * from the search they have decided.
 */
const hasSaidSo = (delivery: Delivery) => delivery.insist && delivery.attempt === 0

const sendNow = (now: number): Change => ({ state: 'waiting', tries: 0, message: words.checking, dueAt: now })

/** A late look at a text that is there: a second one may have come after all, or been deleted since. */
export function afterSweep(delivery: Delivery, found: Found, now: number): Change {
  const since = now - (delivery.sentAt ?? now)
  if (found.kind === 'failed') {
    const pause = Math.max(longestPauseMs, found.retryAfterMs)
    const dueAt = since > sweepCeilingMs ? null : now + pause
    return { dueAt, ...(delivery.doubled && { doubled: true }) }
  }
  const sweeps = delivery.sweeps + 1
  const dueAt = dueOfSweep(delivery, sweeps, now)
  if (found.kind === 'several') return { sweeps, dueAt, ...standsTwice(found) }
  if (!delivery.doubled || found.kind === 'doubt') return { sweeps, dueAt }
  const mended = { doubled: false, copies: null, removing: null, message: null }
  if (found.kind === 'none') return stop('needs_you', words.allGone, mended)
  return { sweeps, dueAt, ...mended, psaId: found.id, author: found.author }
}

/** When the next late look is due after `sweeps` of them; null after the last. */
export function dueOfSweep(delivery: Delivery, sweeps: number, now: number): number | null {
  const after = sweepsAfterMs[sweeps]
  return after === undefined ? null : Math.max((delivery.sentAt ?? now) + after, now + minute)
}

const standsTwice = ({ of, copies }: Extract<Found, { kind: 'several' }>): Change => ({
  doubled: true,
  copies,
  message: words.doubled(of, copies),
})

/** It is there. A text is looked at again later; a status may be changed by anybody from now on. */
function arrived({ part }: Delivery, written: { id: number; author: string | null }, now: number): Change {
  return {
    state: 'posted',
    psaId: written.id,
    author: written.author,
    message: null,
    sweeps: 0,
    dueAt: part === 'text' ? now + sweepsAfterMs[0] : null,
  }
}

function stop(state: 'failed' | 'needs_you', message: string, rest: Change = {}): Change {
  return { ...rest, state, message, dueAt: null }
}

function lookAgain(delivery: Delivery, dueAt: number): Change {
  return { state: 'checking', tries: delivery.tries + 1, message: words.checking, dueAt }
}

/** 1, 2, 4 … seconds up to the longest pause, spread by a quarter so that many do not come at once; `jitter` in [0, 1). */
export function pauseAfter(times: number, jitter: number): number {
  const pause = Math.min(second * 2 ** Math.min(times, 20), longestPauseMs)
  return Math.round(pause * (1 + jitter / 4))
}
