import { authorise, type Context } from '#api/context.ts'
import type { TicketPick } from '#shared/contracts/ticket.ts'

const most = 25

/** Tickets for a picker, of companies that the member sees: those that match the text, or the newest. Throws `ticket_system`. */
export async function findTickets(
  context: Context,
  text: string | undefined,
): Promise<{ tickets: TicketPick[] }> {
  authorise(context, 'ticket.read')
  const { companies } = context.member
  const psa = await context.psaOfTeam.open(context.team)
  const wanted = text?.trim()
  const found = await psa.findTickets({
    ...(wanted ? { text: wanted } : {}),
    ...(companies && { companies }),
    limit: most,
  })
  return {
    tickets: found.map(({ id, kind, summary, company, status }) => ({
      id,
      kind,
      summary,
      company: company.name,
      status,
    })),
  }
}
