import { carriedTime } from './carried-time.ts'
import { type Claim, judgementOn, judgementsOf, movedStarts } from './claims.ts'
import { type MemberSession, marksOf, withdrawnPosts } from './marks.ts'
import { runClock } from './run-clock.ts'
import { lengthOf, type Span, without } from './span.ts'

/** One member's time in one session. Instants are UTC, ISO 8601 with milliseconds. */
export interface SessionTime {
  session: string
  worked: Worked[]
  gaps: Gap[]
}

/** A stretch of work, and the post that accounts for it; null while it is open. */
export interface Worked {
  from: string
  to: string
  post: string | null
}

/** A stretch of more than five minutes without a sign of work; it counts only when judged worked. */
export interface Gap {
  from: string
  to: string
  judged: 'open' | 'worked' | 'not_worked'
}

/**
 * A member's time in each of their sessions, from the events alone: stretches of work that never overlap, and
 * the gaps to ask about. Reading starts nothing; work in one session stops the clock of the other. What a post
 * carried stays with it, whatever is recorded later; only the rest is open. The result does not depend on the order
 * in which sessions are given, and an event that is given again counts where it came first.
 */
export function workTime(member: string, given: MemberSession[]): SessionTime[] {
  const sessions = given.map(withoutRepeats)
  const { worked, gaps, visits } = runClock(marksOf(member, sessions))
  const bySession = new Map(sessions.map((one) => [one.session, one]))
  const judged = gaps.map((gap) => ({
    gap,
    judgement: judgementOn(gap, judgementsOf(member, bySession.get(gap.session)?.events ?? [])),
  }))
  const said: Claim[] = judged.flatMap(({ gap, judgement }) =>
    judgement?.worked ? [{ ...gap, saidAt: judgement.at }] : [],
  )
  const carried = carriedTime(member, sessions)
  const moved = movedStarts(member, sessions, visits, [...worked, ...said, ...carried])
  const counted: Claim[] = [...worked.map((span) => ({ ...span, saidAt: span.to })), ...said, ...moved]
  const rest = counted.flatMap((span) => without(span, carried).map((piece) => ({ ...span, ...piece })))
  return sessions
    .map(({ session, events }) => ({
      session,
      worked: joined([
        ...carried.filter((span) => span.session === session),
        ...withPosts(
          member,
          events,
          rest.filter((span) => span.session === session),
        ),
      ]),
      gaps: judged.flatMap(({ gap, judgement }): Gap[] =>
        gap.session === session ? [{ ...instants(gap), judged: verdictOf(judgement) }] : [],
      ),
    }))
    .sort((a, b) => (a.session < b.session ? -1 : 1))
}

function withoutRepeats(session: MemberSession): MemberSession {
  const first = new Map(session.events.map((event) => [event.id, event]))
  return first.size === session.events.length ? session : { ...session, events: [...first.values()] }
}

/** Minutes of work, exact: nothing is rounded. */
export function minutesOf(worked: { from: string; to: string }[]): number {
  return lengthOf(worked.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))) / 60_000
}

interface Booked extends Span {
  post: string | null
}

/**
 * Each stretch with the member's first post after it was known: work before that post, claims made before it. Only
 * posts that do not tell what they carry take it so.
 */
function withPosts(member: string, events: MemberSession['events'], spans: Claim[]): Booked[] {
  const withdrawn = withdrawnPosts(events)
  const posts = events
    .flatMap((event) =>
      event.type === 'posted' && !event.time && event.by === member && !withdrawn.has(event.post)
        ? [{ post: event.post, at: Date.parse(event.at) }]
        : [],
    )
    .sort((a, b) => a.at - b.at)
  return spans.map(({ from, to, saidAt }) => {
    const known = Math.max(to, saidAt)
    return { from, to, post: posts.find(({ at }) => at >= known)?.post ?? null }
  })
}

/** In order of time, with stretches that touch and belong to the same post as one. */
function joined(spans: Booked[]): Worked[] {
  const result: Booked[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result[result.length - 1]
    if (last && last.to === span.from && last.post === span.post) last.to = span.to
    else result.push({ from: span.from, to: span.to, post: span.post })
  }
  return result.map((span) => ({ ...instants(span), post: span.post }))
}

function verdictOf(judgement: { worked: boolean } | undefined): Gap['judged'] {
  if (!judgement) return 'open'
  return judgement.worked ? 'worked' : 'not_worked'
}

function instants({ from, to }: Span): { from: string; to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}
