import { and, asc, eq, gte, inArray } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import { session, sessionEvent } from '#api/db/schema/session.ts'
import type { MemberActivity } from '#shared/contracts/session.ts'
import { upgradeEvent } from '#shared/session/upgrade-event.ts'

/** What the signed-in member did in all sessions since a moment: the input of the work-time fold. */
export async function readMyActivity(context: Context, from: string): Promise<MemberActivity> {
  authorise(context, 'session.read')
  const rows = await context.db.asTeam(context.team, async (tx) => {
    const events = await tx
      .select()
      .from(sessionEvent)
      .where(
        and(
          eq(sessionEvent.by, context.member.id),
          gte(sessionEvent.storedAt, new Date(Math.max(0, Date.parse(from)))),
        ),
      )
      .orderBy(asc(sessionEvent.sessionId), asc(sessionEvent.seq))
    const ids = [...new Set(events.map(({ sessionId }) => sessionId))]
    const sessions = await tx
      .select({ id: session.id, ticket: session.ticketId })
      .from(session)
      .where(inArray(session.id, ids))
    return { events, sessions }
  })
  const logs = Map.groupBy(rows.events, ({ sessionId }) => sessionId)
  return {
    sessions: rows.sessions.map(({ id, ticket }) => ({
      session: id,
      ticket,
      log: (logs.get(id) ?? []).map(({ seq, event, late }) => ({
        seq,
        event: upgradeEvent(event),
        ...(late !== null && { late }),
      })),
    })),
  }
}
