import { authorise, type Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import type { AppendEvents, AppendedEvents, BehindDetails } from '#shared/contracts/session.ts'
import type { SessionEvent } from '#shared/session/event.ts'
import { redactEvent } from '#shared/session/redact-event.ts'
import { lockSession } from './load-session.ts'
import { withPlausibleTimes } from './plausible-times.ts'
import { readLog } from './read-log.ts'
import { storeEvents } from './store-events.ts'

/**
 * Appends a client's events under the session's lock. Every event gets in exactly once; one that no longer applies is
 * stored as late. Throws `not_found`; `conflict` with the missing entries where the client has not seen them all.
 */
export async function appendToSession(
  context: Context,
  id: string,
  { base, events }: AppendEvents,
): Promise<AppendedEvents> {
  authorise(context, 'session.write')
  events.forEach((event) => {
    requireOwn(context, event)
  })
  const now = context.clock.now()
  const clean = events.map((event) => withPlausibleTimes(redactEvent(event), now))
  const stored = await context.db.asTeam(context.team, async (tx) => {
    const row = await lockSession(tx, context, id)
    if (base !== row.seq) return { behind: await readLog(tx, id, Math.min(base, row.seq)), base: row.seq }
    return storeEvents(tx, context, row, clean)
  })
  if ('behind' in stored) throw behind(stored.behind)
  stored.committed()
  return { entries: stored.entries }
}

function requireOwn(context: Context, event: SessionEvent): void {
  if (event.by !== context.member.id)
    throw new Problem(
      'invalid',
      'An event can only be recorded by the member it names. Sign in as that member.',
    )
  if (event.type === 'posted' || event.type === 'post_withdrawn')
    throw new Problem('invalid', 'Posts are recorded by the server alone.')
}

function behind(missing: BehindDetails['missing']): Problem {
  const details: BehindDetails = { kind: 'behind', missing }
  return new Problem('conflict', 'The session has moved on. Take in what is missing and send again.', {
    details: { ...details },
  })
}
