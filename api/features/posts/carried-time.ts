import { eq } from 'drizzle-orm'
import type { Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { member } from '#api/db/schema/team.ts'
import { readOwnSessions, toMemberSession } from '#api/features/sessions/read-own-sessions.ts'
import { Problem } from '#api/problem.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import type { Session } from '#shared/session/session.ts'
import { roundMinutes } from '#shared/session/time/round-minutes.ts'
import { type Span, without } from '#shared/session/time/span.ts'
import { minutesOf, workTime } from '#shared/session/time/work-time.ts'

type Stretch = { from: string; to: string }

/** A start can be moved back so far: what was done elsewhere since then may matter. */
const furthestBack = 24 * 60 * 60_000

/**
 * The stretches of the poster's work that a post carries, reckoned from what is stored. `session` is folded as the post
 * covers it. Throws `conflict` where they are not the poster's open time any more, or give fewer minutes than it says.
 */
export async function carriedTime(
  tx: Tx,
  context: Context,
  session: Session,
  { time }: AcceptPost,
  roundTo: number,
): Promise<Stretch[]> {
  if (time === null) return []
  // One post of a member after another, in whatever sessions: no minute may be in two.
  await tx.select({ id: member.id }).from(member).where(eq(member.id, context.member.id)).for('update')
  const open = (await openStretches(tx, context, session, time.start)).map(toSpan)
  const window = { from: Date.parse(time.start), to: Date.parse(time.end) }
  if (time.worked === undefined) return open.flatMap((span) => within(span, window)).map(toStretch)
  const stated = time.worked.map(toSpan)
  requireOrder(stated, window)
  const minutes = Math.floor(minutesOf(time.worked))
  const rounded = roundMinutes(minutes, roundTo > 0 ? { step: roundTo, mode: 'up' } : null)
  if (time.minutes <= rounded && stated.every((span) => without(span, open).length === 0)) return time.worked
  throw new Problem(
    'conflict',
    'Your time here has changed since you looked at it. Look at it again, then post.',
    {
      details: { kind: 'time_changed' },
    },
  )
}

async function openStretches(tx: Tx, context: Context, session: Session, start: string): Promise<Stretch[]> {
  const { id, startedBy, startedAt } = session.header
  const own = {
    session: id,
    started: { by: startedBy, at: startedAt },
    events: session.acts.map(({ event }) => event),
    ...(session.outcome && { endedBy: session.outcome.event }),
  }
  const from = new Date(Math.max(0, Date.parse(start) - furthestBack)).toISOString()
  // Also where they see no more what they worked on: a minute that counts there counts nowhere else.
  const others = (await readOwnSessions(tx, context, from, 'all')).filter((one) => one.session !== id)
  const all = workTime(context.member.id, [own, ...others.map(toMemberSession)])
  return all.flatMap((one) => (one.session === id ? one.worked.filter(({ post }) => post === null) : []))
}

function requireOrder(stretches: Span[], window: Span): void {
  let last = window.from
  for (const { from, to } of stretches) {
    if (from < last || to <= from || to > window.to)
      throw new Problem('invalid', 'The stretches of work must follow each other between start and end.')
    last = to
  }
}

const within = (span: Span, window: Span): Span[] => {
  const [from, to] = [Math.max(span.from, window.from), Math.min(span.to, window.to)]
  return from < to ? [{ from, to }] : []
}
const toSpan = ({ from, to }: Stretch): Span => ({ from: Date.parse(from), to: Date.parse(to) })
const toStretch = ({ from, to }: Span): Stretch => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})
