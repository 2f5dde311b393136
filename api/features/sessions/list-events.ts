import { authorise, type Context } from '#api/context.ts'
import type { AppendedEvents } from '#shared/contracts/session.ts'
import { findSession } from './load-session.ts'
import { readLog } from './read-log.ts'

/** The session's entries after a sequence. Throws `not_found`. */
export async function listEvents(context: Context, id: string, after: number): Promise<AppendedEvents> {
  authorise(context, 'session.read')
  return context.db.asTeam(context.team, async (tx) => {
    await findSession(tx, context, id)
    return { entries: await readLog(tx, id, after) }
  })
}
