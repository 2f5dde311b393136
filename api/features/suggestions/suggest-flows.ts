import { authorise, type Context } from '#api/context.ts'
import { readPublished } from '#api/features/flows/read-flows.ts'
import { readTicket, type TicketFile } from '#api/features/tickets/read-ticket.ts'
import type { TicketId } from '#api/ports/psa.ts'
import type { SuggestionsView } from '#shared/contracts/ticket.ts'
import { fits } from './fits.ts'
import { indexFlows } from './rank-flows.ts'

const most = 3
const wordsShown = 6

/** The published flows that fit a ticket, with the ticket's own words as the reason. Throws `not_found`, `ticket_system`. */
export async function suggestFlows(context: Context, ticket: TicketId): Promise<SuggestionsView> {
  authorise(context, 'ticket.read')
  const file = await readTicket(context, ticket)
  const published = await context.db.asTeam(context.team, readPublished)
  const hits = indexFlows([...published.values()].map(({ flow }) => flow)).find(queryOf(file))
  const fitting = hits.filter((hit) => fits(hit))
  const suggestions = fitting.slice(0, most).flatMap(({ id, words }) => {
    const found = published.get(id)
    if (found === undefined) return []
    const { title, summary, steps } = found.flow
    return [{ flow: found.ref, title, summary, words: words.slice(0, wordsShown), steps: steps.length }]
  })
  return { suggestions, nothingFits: suggestions.length === 0 }
}

/** What a ticket says, the summary loudest. Technicians' own notes count least: they speak of what was tried. */
function queryOf({ ticket, texts }: TicketFile): { text: string; weight: number }[] {
  return [
    { text: ticket.summary, weight: 2 },
    { text: [ticket.type, ticket.subType, ticket.item].map((each) => each?.name ?? '').join(' '), weight: 1 },
    ...texts.map(({ text, byContact }, at) => ({ text, weight: at === 0 || byContact ? 1 : 0.5 })),
  ]
}
