import type { Me } from '#shared/contracts/member.ts'
import type { MemberActivity } from '#shared/contracts/session.ts'
import { type OpenTime, openTime } from '#shared/session/time/open-time.ts'
import { workTime } from '#shared/session/time/work-time.ts'
import type { LiveState } from '#shared/sync/live-session.ts'

/**
 * The member's own time in this session that no post accounts for yet. Their other sessions count too, since they
 * have one clock: without them, where the network is away, the session's own events alone are reckoned.
 */
export function ownOpenTime(me: Me, state: LiveState, activity: MemberActivity | null): OpenTime | null {
  const { header, outcome } = state.session
  const own = {
    session: header.id,
    started: { by: header.startedBy, at: header.startedAt },
    events: state.log.filter(({ late }) => !late).map(({ event }) => event),
    ...(outcome && { endedBy: outcome.event }),
  }
  const others = (activity?.sessions ?? [])
    .filter(({ session, log }) => session !== header.id && log.length > 0)
    .map(({ session, log }) => ({
      session,
      // Who began it does not matter here: the member's first event there stands for it.
      started: { by: '', at: log[0]?.event.at ?? '' },
      events: log.map(({ event }) => event),
    }))
  const mine = workTime(me.member.id, [own, ...others]).find(({ session }) => session === header.id)
  return mine ? openTime(mine) : null
}
