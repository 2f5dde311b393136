import type { Me } from '#shared/contracts/member.ts'
import type { MemberActivity } from '#shared/contracts/session.ts'
import { type MemberSession, marksOf } from '#shared/session/time/marks.ts'
import { runClock } from '#shared/session/time/run-clock.ts'
import { type SessionTime, workTime } from '#shared/session/time/work-time.ts'
import type { LiveState } from '#shared/sync/live-session.ts'

/** Whose time it is, and all that it is reckoned from. */
export interface OwnWork {
  member: string
  session: string
  sessions: MemberSession[]
}

/**
 * What the member did in this session, acts that came late too, and elsewhere: they have one clock. Where the
 * network is away, the session's own events alone are reckoned.
 */
export function ownWork(me: Me, state: LiveState, activity: MemberActivity | null): OwnWork {
  const { header, outcome } = state.session
  const own = {
    session: header.id,
    started: { by: header.startedBy, at: header.startedAt },
    events: state.log.map(({ event }) => event),
    ...(outcome && { endedBy: outcome.event }),
  }
  const others = (activity?.sessions ?? [])
    .filter(({ session }) => session !== header.id)
    .map(({ session, started, endedBy, log }) => ({
      session,
      started,
      events: log.map(({ event }) => event),
      ...(endedBy !== null && { endedBy }),
    }))
  return { member: me.member.id, session: header.id, sessions: [own, ...others] }
}

/** The member's own time in this session; null where there is none. */
export function ownTime({ member, session, sessions }: OwnWork): SessionTime | null {
  return workTime(member, sessions).find((one) => one.session === session) ?? null
}

/** When the member's current visit to this session began, a start moved back included; null before the first act. */
export function visitStart(work: OwnWork): number | null {
  const { visits } = runClock(marksOf(work.member, work.sessions))
  const visit = visits.findLast(({ session }) => session === work.session)
  if (!visit) return null
  const within = ownTime(work)?.worked.find(
    ({ from, to }) => Date.parse(from) <= visit.at && visit.at <= Date.parse(to),
  )
  return within ? Date.parse(within.from) : visit.at
}
