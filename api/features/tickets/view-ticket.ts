import { authorise, type Context } from '#api/context.ts'
import type { TicketId, TicketText } from '#api/ports/psa.ts'
import type { TicketView } from '#shared/contracts/ticket.ts'
import { readTicket, type TicketFile } from './read-ticket.ts'

/** The ticket as the panel shows it. Throws `not_found`, `ticket_system`. */
export async function viewTicket(context: Context, id: TicketId): Promise<TicketView> {
  authorise(context, 'ticket.read')
  const psa = await context.psaOfTeam.open(context.team)
  return toView(await readTicket(context, id), psa.ticketUrl(id))
}

function toView(file: TicketFile, url: string): TicketView {
  const { ticket, configurations, texts, recent, missing } = file
  const { id, kind, summary, board, status, mergedInto, updatedAt, agreement } = ticket
  return {
    id,
    kind,
    summary,
    board,
    status,
    company: { id: ticket.company.id, name: ticket.company.name },
    contact: contactOf(file),
    priority: ticket.priority?.name ?? null,
    agreement,
    mergedInto,
    updatedAt,
    configurations: configurations.map(
      ({ id, name, type, osType, ipAddress, serialNumber, lastLoginName }) => ({
        id,
        name,
        type,
        osType,
        ipAddress,
        serialNumber,
        lastLoginName,
      }),
    ),
    texts: texts.map(toTextView),
    recent: recent.map(({ id, summary, status, closed, createdAt }) => ({
      id,
      summary,
      status,
      closed,
      at: createdAt,
    })),
    url,
    ...(missing.length > 0 && { missing }),
  }
}

/** The ticket itself names its contact; phone and address come from the contact alone. */
function contactOf({ ticket, contact, missing }: TicketFile): TicketView['contact'] {
  if (contact === null)
    return missing.includes('contact') && ticket.contact
      ? { ...ticket.contact, phone: null, email: null }
      : null
  const { id, firstName, lastName, phone, email } = contact
  return { id, name: `${firstName} ${lastName}`.trim(), phone, email }
}

function toTextView(text: TicketText): TicketView['texts'][number] {
  return {
    id: `${text.kind}-${text.id}`,
    text: text.text,
    author: text.authorName,
    byContact: text.byContact,
    at: text.createdAt,
    tab: text.resolution ? 'resolution' : text.discussion ? 'discussion' : 'internal',
    isTime: text.kind === 'time',
  }
}
