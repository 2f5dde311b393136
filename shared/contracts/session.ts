import { z } from 'zod'
import type { FlowClosure } from '../flow/flow.ts'
import { sectionOrder } from '../note/edit-lines.ts'
import type { LogEntry, ParkReason, SessionEvent } from '../session/event.ts'
import type { SessionHeader } from '../session/session.ts'
import type { PostView } from './post.ts'

const text = (max: number) => z.string().max(max)
const words = text(4_000)
/** Ids have the shapes that flows allow (`flow-draft.ts`), so that nothing else can be kept under their name. */
const choice = z.string().regex(/^[A-Za-z0-9][\w-]{0,79}$/)
const stepAddress = z
  .array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}@[1-9]\d{0,6}:[A-Za-z0-9][\w-]{0,79}$/))
  .min(1)
  .max(12)
const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
/** `act:<event>`, `need-0:<event>`, `time:<sequence>`; the event alone for a line that was added. */
const line = z
  .string()
  .regex(/^(?:[a-z_]{1,20}(?:-\d{1,3})?:)?(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{1,10})$/)
/** Whether the client may read what was written. */
const client = z.boolean().optional()
const instant = z.iso.datetime({ precision: 3 })
const stretch = z.strictObject({ from: instant, to: instant })

const head = { id: z.uuid(), v: z.literal(1), at: instant, by: z.uuid() }
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ ...head, type: z.literal(type), ...shape })

/** One session event as it travels; equal to `SessionEvent`. */
export const sessionEventSchema = z.discriminatedUnion('type', [
  event('answered', { step: stepAddress, choice }),
  event('done', { step: stepAddress, typedTarget: text(500).optional() }),
  event('captured', { step: stepAddress, values: z.record(fieldName, text(20_000)) }),
  event('skipped', {
    step: stepAddress,
    reason: z.enum(['done_before', 'no_access', 'user_declined', 'no_time', 'other']),
    words: words.optional(),
    client,
    to: stepAddress.optional(),
  }),
  event('not_relevant', {
    step: stepAddress,
    reason: z.enum(['other_device', 'other_software', 'already_known', 'does_not_apply', 'other']),
    words: words.optional(),
    client,
    to: stepAddress.optional(),
  }),
  event('acted', { step: stepAddress.optional(), text: words.min(1), client }),
  event('evidence', {
    step: stepAddress.optional(),
    title: text(200),
    text: text(200_000).min(1),
    source: z.enum(['pasted', 'dropped', 'selected', 'captured']),
  }),
  event('went_back', { supersedes: z.uuid() }),
  event('changed_answer', { supersedes: z.uuid(), choice }),
  event('paused', {}),
  event('resumed', {}),
  event('parked', {
    reason: z.enum(['waiting_client', 'waiting_vendor', 'waiting_part', 'scheduled', 'no_answer']),
    until: instant.optional(),
    words: words.optional(),
  }),
  event('concluded', {
    outcome: z.enum(['resolved', 'escalate', 'refer']),
    words,
    cause: z.strictObject({ text: words, certainty: z.enum(['confirmed', 'likely', 'unknown']) }).optional(),
    handOff: z.strictObject({ openQuestion: words, verifyFirst: words, to: words }).optional(),
    client,
  }),
  event('line_edited', { line, text: words, client }),
  event('line_added', { section: z.enum(sectionOrder), text: words.min(1), client }),
  event('line_removed', { line, reason: words.optional() }),
  event('line_restored', { line }),
  event('line_shown', { line, client: z.boolean() }),
  event('start_moved', { to: instant }),
  event('gap_judged', { from: instant, to: instant, worked: z.boolean() }),
  event('late_judged', { event: z.uuid(), keep: z.boolean() }),
  event('posted', {
    post: z.uuid(),
    upTo: z.int().min(0),
    time: z.array(stretch).optional(),
    audience: z.enum(['internal', 'discussion', 'resolution']).optional(),
    whole: z.literal(true).optional(),
  }),
  event('post_withdrawn', { post: z.uuid() }),
])

export const startSessionSchema = z.strictObject({
  /** The client's own id for the session; a session already open for the ticket and flow is returned instead. */
  id: z.uuid(),
  ticket: z.strictObject({ id: z.int().positive().max(999_999_999), kind: z.enum(['service', 'project']) }),
  /** Null works without a flow. */
  flow: z.string().max(120).nullable(),
  at: instant,
})
export type StartSession = z.infer<typeof startSessionSchema>

export const appendEventsSchema = z.strictObject({
  /** The last sequence the client has folded in. */
  base: z.int().min(0),
  events: z.array(sessionEventSchema).min(1).max(200),
})
export type AppendEvents = { base: number; events: SessionEvent[] }

/** Events as stored: secrets replaced, sequence given, late ones marked. The client adopts them. */
export interface AppendedEvents {
  entries: LogEntry[]
}

/** `details` of the 409 that answers a stale append. */
export interface BehindDetails {
  kind: 'behind'
  missing: LogEntry[]
}

export interface SessionView {
  header: SessionHeader
  closure: FlowClosure | null
  log: LogEntry[]
  posts: PostView[]
  /** Names of everybody who acted, by member id. */
  members: Record<string, string>
}

export interface SessionSummary {
  id: string
  ticket: SessionHeader['ticket']
  flow: string | null
  flowTitle: string | null
  status: 'active' | 'paused' | 'parked' | 'ended'
  startedBy: string
  startedByName: string
  startedAt: string
  lastEventAt: string
  /** What it waits for, while it is parked: until when (UTC ISO 8601) and in which words, where that was said. */
  parked?: { reason: ParkReason; until?: string; words?: string }
  /** Events since the last post. */
  unposted: number
}

/** What one member did in all sessions since a moment: the input of the work-time fold, and what it comes to. */
export interface MemberActivity {
  sessions: {
    session: string
    ticket: number
    /** Who began the session, and when. */
    started: { by: string; at: string }
    /** The event through which it ended; null while it is open. */
    endedBy: string | null
    /** The member's own entries, and whoever's that withdraw a post. */
    log: LogEntry[]
  }[]
  /** The member's time that no post carries yet, by session and calendar day of theirs, oldest day first. */
  open: { session: string; ticket: number; day: string; minutes: number }[]
}
