import { authorise, type Context } from '#api/context.ts'
import type { MemberActivity } from '#shared/contracts/session.ts'
import { openDays } from '#shared/session/time/open-days.ts'
import { workTime } from '#shared/session/time/work-time.ts'
import { readOwnSessions, toMemberSession } from './read-own-sessions.ts'

/** What the signed-in member did in all sessions since a moment, and what of it no post of theirs carries yet. */
export async function readMyActivity(context: Context, from: string): Promise<MemberActivity> {
  authorise(context, 'session.read')
  const sessions = await context.db.asTeam(context.team, (tx) => readOwnSessions(tx, context, from, 'shown'))
  return { sessions, open: openOf(context, sessions) }
}

function openOf(context: Context, sessions: MemberActivity['sessions']): MemberActivity['open'] {
  const { id, timeZone } = context.member
  const tickets = new Map(sessions.map(({ session, ticket }) => [session, ticket]))
  return workTime(id, sessions.map(toMemberSession))
    .flatMap((time) =>
      openDays(time, timeZone).map(({ day, minutes }) => ({
        session: time.session,
        ticket: tickets.get(time.session) ?? 0,
        day,
        minutes,
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
