import { and, asc, eq, gte, inArray, or, sql } from 'drizzle-orm'
import type { Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { session, sessionEvent } from '#api/db/schema/session.ts'
import type { MemberActivity } from '#shared/contracts/session.ts'
import type { MemberSession } from '#shared/session/time/marks.ts'
import { upgradeEvent } from '#shared/session/upgrade-event.ts'
import { foldSession, whichAreSeen } from './load-session.ts'

type OwnSession = MemberActivity['sessions'][number]

/**
 * The sessions in which the signed-in member did something since a moment, each with all that concerns their time;
 * `shown` leaves out those at companies that they see no more.
 */
export async function readOwnSessions(
  tx: Tx,
  context: Context,
  from: string,
  which: 'shown' | 'all',
): Promise<OwnSession[]> {
  const since = new Date(Math.max(0, Date.parse(from)))
  const { id: member } = context.member
  const own = tx
    .select({ id: sessionEvent.sessionId })
    .from(sessionEvent)
    .where(and(eq(sessionEvent.by, member), gte(sessionEvent.storedAt, since)))
  const begun = and(eq(session.startedBy, member), gte(session.startedAt, since))
  const { id, seq, header, status, ticketId } = session
  const rows = await tx
    .select({ id, seq, header, status, ticketId })
    .from(session)
    .where(and(or(inArray(session.id, own), begun), which === 'shown' ? whichAreSeen(context) : undefined))
    .orderBy(asc(session.id))
  const logs = await readOwnLogs(
    tx,
    member,
    rows.map((row) => row.id),
  )
  const sessions: OwnSession[] = []
  for (const row of rows) {
    const outcome = row.status === 'ended' ? (await foldSession(tx, context, row)).session.outcome : null
    sessions.push({
      session: row.id,
      ticket: row.ticketId,
      started: { by: row.header.startedBy, at: row.header.startedAt },
      endedBy: outcome?.event ?? null,
      log: logs.get(row.id) ?? [],
    })
  }
  return sessions
}

/** The same as the work-time fold takes it. */
export function toMemberSession({ session, started, endedBy, log }: OwnSession): MemberSession {
  const events = log.map(({ event }) => event)
  return { session, started, events, ...(endedBy !== null && { endedBy }) }
}

/** The member's own entries of these sessions, and those by which anybody withdrew a post. */
async function readOwnLogs(
  tx: Tx,
  member: string,
  sessions: string[],
): Promise<Map<string, OwnSession['log']>> {
  const isWithdrawal = sql`${sessionEvent.event} ->> 'type' = 'post_withdrawn'`
  const events = await tx
    .select()
    .from(sessionEvent)
    .where(and(inArray(sessionEvent.sessionId, sessions), or(eq(sessionEvent.by, member), isWithdrawal)))
    .orderBy(asc(sessionEvent.sessionId), asc(sessionEvent.seq))
  const bySession = Map.groupBy(events, ({ sessionId }) => sessionId)
  return new Map(
    [...bySession].map(([id, rows]) => [
      id,
      rows.map(({ seq, event, late }) => ({
        seq,
        event: upgradeEvent(event),
        ...(late !== null && { late }),
      })),
    ]),
  )
}
