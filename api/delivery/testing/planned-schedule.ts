import { makeMarker, markerLine } from '#shared/note/marker.ts'
import type { StoredJob } from '../store-in-memory.ts'
import { plannedJob } from './planned-job.ts'
import type { ConnectWiseHabits } from './simulated-connectwise.ts'
import { type FaultPlan, faultKinds } from './unreliable-send.ts'

const second = 1_000
const minute = 60 * second

/** A post, when it is accepted, and what its author does about it until it is sent. Times from the beginning. */
export interface PlannedPost {
  acceptedAfterMs: number
  undoableMs: number
  act: { what: 'undo' | 'send now'; afterMs: number } | null
  /** When a colleague types the same words into the ticket, or quotes them. */
  echoedAfterMs: number | null
  text: StoredJob
  status: StoredJob | null
}

/** Everything about a run that is drawn beforehand. */
export interface Schedule {
  posts: PlannedPost[]
  processes: number
  quarantineMs: number
  faults: FaultPlan
  habits: ConnectWiseHabits
  /** Chance of each at every moment at which a process depends on the world. */
  dies: number
  standsStill: number
  longestStandstillMs: number
  isCutOff: number
}

const sentences = [
  'Printer status: offline. Restarted the spooler.',
  'Reset the password & signed in again.\nWorks now.',
  'Cleared the cached credentials, ran the repair of the mail profile and sent a test message to ourselves.',
]

/** A schedule of 1 to 5 posts on 1 or 2 tickets; `start` is milliseconds since 1970. */
export function planSchedule(random: () => number, start: number): Schedule {
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const chance = (share: number) => random() < share
  const short = chance(0.3)
  const quarantineMs = short ? 15 * second : 5 * minute
  const chosen = faultKinds.filter(() => chance(0.5))
  const harsh = chance(0.7)
  const longestLagMs = short ? 2 * second : 30 * second
  const schedule: Schedule = {
    posts: [],
    processes: between(1, 3),
    quarantineMs,
    faults: {
      rate: chance(0.15) ? 0 : random() * 0.6,
      kinds: chosen.length > 0 ? chosen : faultKinds,
      // As late as the quarantine just allows for.
      latestCommitMs: quarantineMs - longestLagMs - 100,
    },
    habits: {
      pageSize: chance(0.5) ? 2 : 1_000,
      clockAheadMs: chance(0.2) ? (random() - 0.5) * 20 * minute : (random() - 0.5) * 3 * minute,
      longestLagMs,
      ascribesToKeys: chance(0.15),
      rewrites: chance(0.3),
    },
    dies: harsh ? random() * 0.03 : 0,
    standsStill: harsh && chance(0.5) ? random() * 0.02 : 0,
    longestStandstillMs: chance(0.5) ? 2 * minute : 10 * minute,
    isCutOff: harsh && chance(0.3) ? random() * 0.02 : 0,
  }
  const count = between(1, 5)
  let acceptedAfterMs = 0
  for (let n = 0; n < count; n += 1) {
    acceptedAfterMs += random() * (chance(0.5) ? 2 * second : 2 * minute)
    schedule.posts.push(planPost(n, random, start, Math.round(acceptedAfterMs), quarantineMs))
  }
  return schedule
}

/** Post number `n` of a schedule. */
export function planPost(
  n: number,
  random: () => number,
  start: number,
  acceptedAfterMs: number,
  quarantineMs: number,
): PlannedPost {
  const chance = (share: number) => random() < share
  const internal = chance(0.6)
  const kind = chance(0.5) ? 'note' : 'time'
  const acceptedAt = start + acceptedAfterMs
  const undoableMs = chance(0.4) ? 0 : internal ? 5 * second : 10 * second
  const marker = internal
    ? makeMarker(Uint8Array.from({ length: 9 }, () => Math.floor(random() * 256)))
    : null
  const sentence = sentences[Math.floor(random() * sentences.length)] ?? ''
  const ticket = 101 + (chance(0.3) ? 1 : 0)
  const request = {
    id: `post-${n}`,
    kind,
    audience: internal ? 'internal' : 'discussion',
    text: sentence,
    status: chance(0.5) ? 11 + n : null,
    shown: { summary: `Ticket ${ticket}`, company: 3, closed: false },
    time:
      kind === 'note'
        ? null
        : {
            start: new Date(acceptedAt - 10 * minute).toISOString(),
            end: new Date(acceptedAt).toISOString(),
            minutes: 10,
            workType: null,
            workRole: null,
            agreement: null,
            billable: null,
          },
  } as const
  const post = {
    ticket: { id: ticket, kind: 'service' },
    text: marker === null ? sentence : `${sentence}\n\n${markerLine(marker)}`,
    acceptedAt,
  } as const
  const text = plannedJob({
    request,
    post,
    quarantineMs,
    delivery: { id: `text-${n}`, marker, dueAt: acceptedAt + undoableMs },
  })
  const acts = ['undo', 'send now'] as const
  return {
    acceptedAfterMs,
    undoableMs,
    echoedAfterMs: chance(0.1) ? random() * 3 * minute : null,
    act: chance(0.35)
      ? { what: acts[chance(0.5) ? 0 : 1] ?? 'undo', afterMs: random() * (undoableMs + 2 * second) }
      : null,
    text,
    status:
      request.status === null
        ? null
        : { ...text, delivery: plannedJob({ delivery: { id: `status-${n}`, part: 'status' } }).delivery },
  }
}
