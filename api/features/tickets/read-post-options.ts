import { eq } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import { member } from '#api/db/schema/team.ts'
import { readTeam } from '#api/features/team/read-team.ts'
import type { BoardStatus, Choice, Psa, TicketId, TimeDefaults } from '#api/ports/psa.ts'
import { PsaError } from '#api/ports/psa.ts'
import type { TeamSettings } from '#shared/contracts/member.ts'
import type { PostOptions } from '#shared/contracts/ticket.ts'
import { readLocks, readStatuses } from './read-locks.ts'
import { readTicket, type TicketFile } from './read-ticket.ts'

const rememberedMs = 300_000

/** What can be chosen when posting to a ticket, filled with ConnectWise's own defaults. Throws `not_found`, `ticket_system`. */
export async function readPostOptions(context: Context, id: TicketId): Promise<PostOptions> {
  authorise(context, 'ticket.read')
  const { team } = context
  const file = await readTicket(context, id)
  const psa = await context.psaOfTeam.open(team)
  const board = file.ticket.board.id
  const remember = (what: string, read: () => Promise<Choice[]>) =>
    context.cache.choices.get(`${team}|${what}`, rememberedMs, read)
  const [statuses, locks, workTypes, workRoles, defaults, kind, settings] = await Promise.all([
    readStatuses(context, board),
    readLocks(context, file.ticket),
    remember('work-types', () => psa.workTypes()),
    remember('work-roles', () => psa.workRoles()),
    readDefaults(context, psa, id),
    readKind(context, board),
    readTeam(context).then((owner) => owner.settings),
  ])
  return {
    statuses: statuses.map(({ id, name, closed, timeEntryAllowed, mayMail }) => ({
      id,
      name,
      closed,
      timeEntryAllowed,
      mayMail,
    })),
    workTypes: workTypes.map(({ id, name }) => ({ id, name })),
    workRoles: workRoles.map(({ id, name }) => ({ id, name })),
    defaults: {
      kind:
        locks.time === null
          ? (kind ?? settings.postKind.boards[String(board)] ?? settings.postKind.default)
          : 'note',
      statusAfter: statusAfter(settings, board, statuses),
      workType: defaults.workType?.id ?? null,
      workRole: defaults.workRole?.id ?? null,
      agreement: defaults.agreement,
      billable: defaults.billable,
    },
    locks,
    mayMail: whoMayBeMailed(file),
    undoSeconds: settings.undoSeconds,
  }
}

/** What the team wants the status to be after each outcome; one that the board has no more is left as it is. */
function statusAfter(
  { statusAfter: wanted }: TeamSettings,
  board: number,
  statuses: BoardStatus[],
): PostOptions['defaults']['statusAfter'] {
  const ofBoard = wanted?.[String(board)]
  const known = (id: number | undefined) => statuses.find((status) => status.id === id)?.id ?? null
  return {
    resolved: known(ofBoard?.resolved),
    escalate: known(ofBoard?.escalate),
    refer: known(ofBoard?.refer),
  }
}

async function readDefaults(context: Context, psa: Psa, ticket: TicketId): Promise<TimeDefaults> {
  const none: TimeDefaults = { workType: null, workRole: null, agreement: null, billable: null }
  const { psaIdentifier } = context.member
  if (psaIdentifier === null) return none
  try {
    return await psa.timeDefaults({
      ticket,
      member: psaIdentifier,
      start: new Date(context.clock.now()).toISOString(),
    })
  } catch (error) {
    // A board may refuse defaults, e.g. for lack of a valid work role; the technician then chooses.
    if (error instanceof PsaError && error.reason === 'invalid') return none
    throw error
  }
}

async function readKind(context: Context, board: number): Promise<'note' | 'time' | undefined> {
  const rows = await context.db.asTeam(context.team, (tx) =>
    tx.select({ kinds: member.postKinds }).from(member).where(eq(member.id, context.member.id)),
  )
  return rows[0]?.kinds[String(board)]
}

function whoMayBeMailed({ ticket, contact }: TicketFile): string[] {
  const names: string[] = []
  if (ticket.mails.contact) {
    if (contact !== null) names.push(contact.email ?? `${contact.firstName} ${contact.lastName}`)
    else if (ticket.contact !== null) names.push(ticket.contact.name)
  }
  if (ticket.mails.resources) names.push(...ticket.resources)
  if (ticket.mails.cc !== null)
    names.push(
      ...ticket.mails.cc
        .split(/[;,]/)
        .map((each) => each.trim())
        .filter(Boolean),
    )
  return names
}
