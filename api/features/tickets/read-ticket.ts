import { type Context, seesCompany } from '#api/context.ts'
import {
  type Configuration,
  type Contact,
  type Psa,
  PsaError,
  type Ticket,
  type TicketId,
  type TicketSummary,
  type TicketText,
} from '#api/ports/psa.ts'
import { Problem } from '#api/problem.ts'
import type { TicketPart } from '#shared/contracts/ticket.ts'

/** A ticket with all that is known around it. */
export interface TicketFile {
  ticket: Ticket
  contact: Contact | null
  configurations: Configuration[]
  texts: TicketText[]
  recent: TicketSummary[]
  /** What could not be read, and stands here as if there were none of it. */
  missing: TicketPart[]
}

const rememberedMs = 15_000
const recentTickets = 10
/** So many machines of one ticket are asked about at once: their ids travel in one address. */
const mostConfigurations = 50

/**
 * Reads a ticket and its surroundings, remembered for seconds; what of these cannot be read is named and read anew
 * the next time. Throws `not_found`, for unknown tickets and those of companies that the member does not see alike,
 * or what the ticket system answers about the ticket itself.
 */
export async function readTicket(context: Context, id: TicketId): Promise<TicketFile> {
  const file = await context.cache.tickets.get(ticketKey(context.team, id), rememberedMs, () =>
    readFresh(context, id),
  )
  if (file !== null && file.missing.length > 0) forgetTicket(context, id)
  if (file === null || !seesCompany(context, file.ticket.company.id))
    throw new Problem('not_found', `ConnectWise has no ticket #${id.id} that we may read.`)
  return file
}

/** To be called when something was written to the ticket. */
export function forgetTicket(context: Pick<Context, 'cache' | 'team'>, id: TicketId): void {
  context.cache.tickets.forget(ticketKey(context.team, id))
}

async function readFresh(context: Context, id: TicketId): Promise<TicketFile | null> {
  const psa = await context.psaOfTeam.open(context.team)
  const ticket = await psa.ticket(id)
  if (ticket === null) return null
  const missing = new Set<TicketPart>()
  const orNone = orMissing(missing)
  const [texts, configurations, contact] = await Promise.all([
    orNone('texts', psa.texts(id), []),
    orNone('configurations', psa.configurations(id), []),
    ticket.contact === null ? null : orNone('contact', psa.contact(ticket.contact.id), null),
  ])
  const recent = await orNone('recent', readRecent(psa, ticket, configurations), [])
  return { ticket, contact, configurations, texts, recent, missing: [...missing] }
}

/** A part that the ticket system does not give is noted as missing; keys that it refuses are no matter of one part. */
function orMissing(missing: Set<TicketPart>) {
  return <T>(part: TicketPart, read: Promise<T>, none: T): Promise<T> =>
    read.catch((error: unknown) => {
      if (!(error instanceof PsaError) || error.reason === 'not_signed_in') throw error
      missing.add(part)
      return none
    })
}

async function readRecent(psa: Psa, ticket: Ticket, of: Configuration[]): Promise<TicketSummary[]> {
  const configurations = of.slice(0, mostConfigurations).map((one) => one.id)
  const others = { company: ticket.company.id, except: ticket.id, limit: recentTickets }
  const [sameMachine, sameCompany] = await Promise.all([
    configurations.length === 0 ? [] : psa.recentTickets({ ...others, configurations }),
    psa.recentTickets(others),
  ])
  return firstOfEach([...sameMachine, ...sameCompany])
}

/** Tickets of the same configurations first, then of the company, each once. */
function firstOfEach(tickets: TicketSummary[]): TicketSummary[] {
  const seen = new Set<string>()
  const first = tickets.filter(({ kind, id }) => {
    const isNew = !seen.has(`${kind}|${id}`)
    seen.add(`${kind}|${id}`)
    return isNew
  })
  return first.slice(0, recentTickets)
}

const ticketKey = (team: string, { kind, id }: TicketId) => `${team}|${kind}|${id}`
