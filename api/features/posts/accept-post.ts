import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type Context } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { scheduleDelivery } from '#api/db/directory.ts'
import { delivery, post } from '#api/db/schema/post.ts'
import { member, team } from '#api/db/schema/team.ts'
import { findSession, lockSession, type SessionHead } from '#api/features/sessions/load-session.ts'
import { storeEvents } from '#api/features/sessions/store-events.ts'
import { readLocks, type TimeLock } from '#api/features/tickets/read-locks.ts'
import { readTicket } from '#api/features/tickets/read-ticket.ts'
import { PsaError, type Ticket, type TicketId } from '#api/ports/psa.ts'
import { Problem } from '#api/problem.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import { makeMarker, markerLine } from '#shared/note/marker.ts'
import { carriedTime } from './carried-time.ts'
import { textOf } from './post-text.ts'
import { requirePost } from './view-post.ts'

/**
 * Accepts a post: from here on it becomes one object on the ticket that was shown, or a visible "Needs you". The same
 * id again answers with the same post. Throws `not_found`; `invalid` for another content under a known id, a client-
 * visible text without its confirmation, a member not linked to ConnectWise; `conflict` where note or ticket changed,
 * and for a time entry that the ticket's board or status forbids.
 */
export async function acceptPost(
  context: Context,
  sessionId: string,
  request: AcceptPost,
): Promise<PostView> {
  authorise(context, 'post.write')
  const identifier = requireSendable(context, request)
  const requestHash = createHash('sha256')
    .update(JSON.stringify([sessionId, request]))
    .digest('hex')
  const { header, known } = await context.db.asTeam(context.team, async (tx) => ({
    header: (await findSession(tx, context, sessionId)).header,
    known: await findKnown(tx, context, request.id, requestHash),
  }))
  if (known !== null) return known
  const board = await requireOpenBoard(context, header.ticket, request)
  const accepted = await context.db.asTeam(context.team, async (tx) => {
    const row = await lockSession(tx, context, sessionId)
    const again = await findKnown(tx, context, request.id, requestHash)
    if (again !== null) return { view: again, committed() {} }
    requireSameCompany(row, request)
    const [owner] = await tx.select().from(team)
    if (owner === undefined) throw new Problem('not_found', 'This team is no longer here.')
    const { text, session } = await textOf(tx, context, row, request, owner.settings)
    const time = await carriedTime(tx, context, session, request, owner.settings.roundMinutesTo)
    const marker = request.audience === 'internal' ? makeMarker(context.ids.randomBytes(16)) : null
    const now = context.clock.now()
    const { internal, visible } = owner.settings.undoSeconds
    const notBefore = new Date(now + (request.audience === 'internal' ? internal : visible) * 1_000)
    await tx.insert(post).values({
      teamId: context.team,
      id: request.id,
      sessionId,
      ticketId: row.header.ticket.id,
      ticketKind: row.header.ticket.kind,
      request,
      requestHash,
      text: marker === null ? text : `${text}\n\n${markerLine(marker)}`,
      by: context.member.id,
      memberIdentifier: identifier,
      acceptedAt: new Date(now),
      notBefore,
    })
    await addDeliveries(tx, context, request, marker, notBefore)
    await rememberKind(tx, context, board, request.kind)
    const posted = await storeEvents(tx, context, row, [postedEvent(context, request, time, now)])
    await recordAudit(tx, context, 'post.accepted', request.id, auditOf(row, request))
    return { view: await requirePost(tx, context, request.id), committed: posted.committed }
  })
  accepted.committed()
  context.wakeDelivery()
  return accepted.view
}

function requireSendable(context: Context, request: AcceptPost): string {
  if (request.audience !== 'internal' && !request.confirmedVisible)
    throw new Problem('invalid', 'The client can see this text: confirm that first.')
  if (request.kind === 'time') requireTime(request.time)
  const { psaIdentifier } = context.member
  if (psaIdentifier !== null) return psaIdentifier
  throw new Problem(
    'invalid',
    'Your account is not linked to a ConnectWise member. Ask an administrator of your team.',
  )
}

/** Rounding up may add to what passed, but never more than the largest step that a team can choose. */
const mostRoundedMinutes = 60
const longestEntryMinutes = 24 * 60

function requireTime(time: AcceptPost['time']): void {
  const passed = time === null ? -1 : (Date.parse(time.end) - Date.parse(time.start)) / 60_000
  if (time === null || passed < 0)
    throw new Problem('invalid', 'A time entry needs a start and, not before it, an end.')
  if (passed > longestEntryMinutes)
    throw new Problem('invalid', 'A time entry is for one day: it may not last longer than 24 hours.')
  if (time.minutes > Math.ceil(passed) + mostRoundedMinutes)
    throw new Problem('invalid', 'More minutes than passed between start and end cannot be entered.')
}

/** The session's facts are of the company it was begun for: they are not for another one's ticket. */
function requireSameCompany(row: SessionHead, request: AcceptPost): void {
  const begunFor = row.header.ticket.company
  if (begunFor.id === request.shown.company) return
  throw new Problem(
    'conflict',
    `This was begun for ${begunFor.name}, and the ticket belongs to another company now. Begin again on this ticket.`,
    { details: { kind: 'ticket_changed' } },
  )
}

async function findKnown(
  tx: Tx,
  context: Context,
  id: string,
  requestHash: string,
): Promise<PostView | null> {
  const [row] = await tx.select({ hash: post.requestHash }).from(post).where(eq(post.id, id))
  if (row === undefined) return null
  if (row.hash !== requestHash)
    throw new Problem('invalid', 'This post was sent before with another content. Post again.')
  return requirePost(tx, context, id)
}

/**
 * The ticket's board, read before the transaction, which waits for nobody; the write itself checks the ticket once
 * more. Null where ConnectWise does not answer: what is accepted then is sent later. Throws `conflict` for a time entry
 * where none can be made.
 */
async function requireOpenBoard(
  context: Context,
  id: TicketId,
  { kind }: AcceptPost,
): Promise<number | null> {
  try {
    const { ticket } = await readTicket(context, id)
    if (kind === 'time') requireTimeAllowed((await readLocks(context, ticket)).time, ticket)
    return ticket.board.id
  } catch (error) {
    if (error instanceof PsaError) return null
    throw error
  }
}

function requireTimeAllowed(lock: TimeLock, { board, status }: Ticket): void {
  if (lock === null) return
  const why =
    lock === 'board'
      ? `The board “${board.name}” is locked for time`
      : `The status “${status.name}” takes no time`
  throw new Problem('conflict', `${why} entries. Post it as a note, or change that in ConnectWise first.`, {
    details: { kind: 'time_locked', by: lock },
  })
}

async function addDeliveries(
  tx: Tx,
  context: Context,
  request: AcceptPost,
  marker: string | null,
  notBefore: Date,
): Promise<void> {
  const common = {
    teamId: context.team,
    postId: request.id,
    state: 'waiting' as const,
    updatedAt: new Date(context.clock.now()),
  }
  const text = context.ids.uuid()
  await tx.insert(delivery).values({ ...common, id: text, part: 'text', marker, dueAt: notBefore })
  await scheduleDelivery(tx, text, notBefore)
  // The status waits for the text: some statuses forbid what was to be written.
  if (request.status !== null)
    await tx.insert(delivery).values({ ...common, id: context.ids.uuid(), part: 'status' })
}

async function rememberKind(
  tx: Tx,
  context: Context,
  board: number | null,
  kind: 'note' | 'time',
): Promise<void> {
  if (board === null) return
  const [row] = await tx
    .select({ kinds: member.postKinds })
    .from(member)
    .where(eq(member.id, context.member.id))
  if (row === undefined || row.kinds[String(board)] === kind) return
  const postKinds = { ...row.kinds, [String(board)]: kind }
  await tx.update(member).set({ postKinds }).where(eq(member.id, context.member.id))
}

function postedEvent(
  context: Context,
  request: AcceptPost,
  time: { from: string; to: string }[],
  now: number,
) {
  return {
    id: context.ids.uuid(),
    v: 1,
    at: new Date(now).toISOString(),
    by: context.member.id,
    type: 'posted',
    post: request.id,
    upTo: request.upTo,
    time,
    audience: request.audience,
    ...(request.scope === 'whole_session' && { whole: true as const }),
  } as const
}

const auditOf = ({ header }: SessionHead, { kind, audience, status, notify }: AcceptPost) => ({
  ticket: header.ticket.id,
  kind,
  audience,
  status,
  notify,
})
