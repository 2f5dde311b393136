import type { FlowClosure } from '../flow/flow.ts'
import { redact } from '../redaction/redact.ts'
import { coveredUpTo, standingPosts } from '../session/coverage.ts'
import { foldOn } from '../session/fold.ts'
import type { Session } from '../session/session.ts'
import { startSession } from '../session/start-session.ts'
import type { EventOf } from '../session/work.ts'
import type { Audience, NoteLine } from './document.ts'
import { draftLines } from './draft-lines.ts'
import type { Draft } from './edit-lines.ts'
import { type Told, tells } from './told.ts'

/** Lines are the same whoever posts them; only their words differ. */
const nobody = { from: 0, poster: '', members: {}, timeZone: 'UTC', minutes: null }

/** The lines that one post told, by who reads them. */
interface Telling {
  event: EventOf<'posted'>
  team: string[]
  client: string[]
}

/**
 * What the posts of a session that were not withdrawn told the readers of a text; null where there was none. Each
 * post is composed again from the log as it covered it, so what a post left out, or what was let through, put back or
 * withdrawn since, is still to be told. A line whose output was left out or whose values were
 * replaced for the client is not yet told to the team; `terms` are the team's own. Folds and composes once for each post.
 */
export function toldBefore(
  session: Session,
  closure: FlowClosure | null,
  audience: Audience,
  terms: readonly string[],
): Told | null {
  if (standingPosts(session).length === 0) return null
  const tellings = new Map<string, Telling>()
  let then = startSession(session.header, closure)
  for (const { event } of session.acts) {
    if (event.type !== 'posted') continue
    if (event.upTo < then.seq) then = startSession(session.header, closure)
    const since = session.acts.slice(then.seq, event.upTo)
    then = foldOn(
      then,
      closure,
      since.map(({ seq, event, late }) => ({ seq, event, ...(late && { late }) })),
    )
    tellings.set(event.id, tellingOf(event, then, closure, tellings, terms))
  }
  return combined(session, audience, tellings)
}

function tellingOf(
  event: EventOf<'posted'>,
  then: Session,
  closure: FlowClosure | null,
  tellings: ReadonlyMap<string, Telling>,
  terms: readonly string[],
): Telling {
  const { audience, whole } = event
  if (audience === undefined) return { event, team: [], client: [] }
  const told = whole ? null : combined(then, audience, tellings)
  const drafts = draftLines(then, closure, { ...nobody, told }).lines
  const restsOf = (some: Draft[]) => some.flatMap(({ rests }) => rests ?? [])
  if (audience === 'internal') return { event, team: restsOf(drafts), client: [] }
  const seen = drafts.filter(({ line }) => line.audience === 'everyone')
  const asIs = ({ line }: Draft) =>
    line.output === undefined && redact(line.text, { destination: 'client', terms }).text === line.text
  return { event, team: restsOf(seen.filter(asIs)), client: restsOf(seen) }
}

function combined(session: Session, audience: Audience, tellings: ReadonlyMap<string, Telling>): Told | null {
  const all = standingPosts(session).flatMap(({ id }) => tellings.get(id) ?? [])
  if (all.length === 0) return null
  const reader = audience === 'internal' ? 'team' : 'client'
  const isTo = ({ event }: Telling) => ((event.audience ?? 'internal') === 'internal' ? 'team' : 'client')
  const last = (some: Telling[]) => Math.max(0, ...some.map(({ event }) => event.upTo))
  return {
    reader,
    lines: new Set(all.flatMap((one) => one[reader])),
    from: reader === 'team' ? last(all.filter(({ event }) => event.audience === undefined)) : 0,
    upTo: last(all.filter((one) => isTo(one) === reader)),
    mark: coveredUpTo(session),
  }
}

/** The lines of a session that stand in no post: all of them where there was none. `terms` as above. */
export function notInTicket(
  session: Session,
  closure: FlowClosure | null,
  terms: readonly string[],
): NoteLine[] {
  const told = toldBefore(session, closure, 'internal', terms)
  const { lines } = draftLines(session, closure, { ...nobody, told })
  return lines.filter(tells).map(({ line }) => line)
}
