import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Context, seesCompany } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { session } from '#api/db/schema/session.ts'
import { readClosure } from '#api/features/flows/read-closure.ts'
import { Problem } from '#api/problem.ts'
import { foldOn } from '#shared/session/fold.ts'
import { startSession } from '#shared/session/start-session.ts'
import type { Folded } from './folded-sessions.ts'
import { readLog } from './read-log.ts'

export type SessionRow = typeof session.$inferSelect

/** What appending needs of a session's row; reading no more is half of its cost. */
export type SessionHead = Pick<SessionRow, 'id' | 'seq' | 'header'>

type Asking = Pick<Context, 'member'>

/** The session's row, locked until the transaction ends. Throws `not_found`, for unknown and foreign ids alike. */
export async function lockSession(tx: Tx, context: Asking, id: string): Promise<SessionHead> {
  const { seq, header } = session
  const [row] = await tx.select({ seq, header }).from(session).where(eq(session.id, id)).for('update')
  return requireSeen(context, row && { id, ...row })
}

/** The session's row. Throws `not_found`, for unknown and foreign ids alike. */
export async function findSession(tx: Tx, context: Asking, id: string): Promise<SessionRow> {
  const [row] = await tx.select().from(session).where(eq(session.id, id))
  return requireSeen(context, row)
}

/** The row. Throws `not_found` where there is none, and alike where it is of a company that the member does not see. */
export function requireSeen<Row extends Pick<SessionRow, 'header'>>(
  context: Asking,
  row: Row | undefined,
): Row {
  if (row !== undefined && seesCompany(context, row.header.ticket.company.id)) return row
  throw new Problem('not_found', 'This session is not here. It may have been started in another team.')
}

/** The condition that leaves the sessions of those companies alone that the member sees; none for who sees all. */
export function whichAreSeen({ member: { companies } }: Asking): SQL | undefined {
  return companies === null ? undefined : inArray(companyOf, [...companies])
}

const companyOf = sql<number>`(${session.header} #>> '{ticket,company,id}')::integer`

/** The session folded up to its row's sequence; what this process folded before is not read again. */
export async function foldSession(tx: Tx, context: Context, row: SessionHead): Promise<Folded> {
  const known = context.folded.get(context.team, row.id)
  if (known?.session.seq === row.seq) return known
  const closure = known?.closure ?? (row.header.flow === null ? null : await readClosure(tx, row.header.flow))
  const start =
    known !== undefined && known.session.seq < row.seq ? known.session : startSession(row.header, closure)
  const folded = { session: foldOn(start, closure, await readLog(tx, row.id, start.seq)), closure }
  context.folded.put(context.team, row.id, folded)
  return folded
}
