import { inArray } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { member } from '#api/db/schema/team.ts'
import { readClosure } from '#api/features/flows/read-closure.ts'
import { readPosts } from '#api/features/posts/read-posts.ts'
import type { SessionView } from '#shared/contracts/session.ts'
import { findSession, type SessionRow } from './load-session.ts'
import { readLog } from './read-log.ts'

/** A session with its whole log, flow and posts. Throws `not_found`. */
export async function viewSession(context: Context, id: string): Promise<SessionView> {
  authorise(context, 'session.read')
  return context.db.asTeam(context.team, async (tx) => toView(tx, await findSession(tx, context, id)))
}

/** The same of a row already read. */
export async function toView(tx: Tx, row: SessionRow): Promise<SessionView> {
  const log = await readLog(tx, row.id, 0)
  const closure = row.header.flow === null ? null : await readClosure(tx, row.header.flow)
  const posts = await readPosts(tx, row.id)
  const members = await readNames(tx, [
    row.startedBy,
    ...log.map(({ event }) => event.by),
    ...posts.map(({ by }) => by),
  ])
  return { header: row.header, closure, log, posts, members }
}

/** Names by member id. */
export async function readNames(tx: Tx, ids: string[]): Promise<Record<string, string>> {
  const rows = await tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(inArray(member.id, [...new Set(ids)]))
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
