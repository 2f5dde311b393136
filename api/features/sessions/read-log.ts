import { and, asc, eq, gt } from 'drizzle-orm'
import type { Tx } from '#api/db/db.ts'
import { sessionEvent } from '#api/db/schema/session.ts'
import type { LogEntry } from '#shared/session/event.ts'
import { upgradeEvent } from '#shared/session/upgrade-event.ts'

/** A session's entries after a sequence, in order, in the current form of events. */
export async function readLog(tx: Tx, session: string, after: number): Promise<LogEntry[]> {
  const rows = await tx
    .select({ seq: sessionEvent.seq, event: sessionEvent.event, late: sessionEvent.late })
    .from(sessionEvent)
    .where(and(eq(sessionEvent.sessionId, session), gt(sessionEvent.seq, after)))
    .orderBy(asc(sessionEvent.seq))
  return rows.map(({ seq, event, late }) => ({
    seq,
    event: upgradeEvent(event),
    ...(late !== null && { late }),
  }))
}
