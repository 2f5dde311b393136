import { authorise, type Context } from '#api/context.ts'
import { readPublished, readPublishedRefs } from '#api/features/flows/read-flows.ts'
import { readTicket } from '#api/features/tickets/read-ticket.ts'
import type { TicketId } from '#api/ports/psa.ts'
import type { Suggestion, SuggestionsView } from '#shared/contracts/ticket.ts'
import type { Index } from '#shared/search/build-index.ts'
import { fits } from './fits.ts'
import { indexFlows } from './index-flows.ts'
import { keepIndex } from './keep-index.ts'
import { questionOf } from './question-of.ts'
import { readPasts } from './read-pasts.ts'

const most = 3
const wordsShown = 6

/** The published flows that fit a ticket, with the ticket's own words as the reason. Throws `not_found`, `ticket_system`. */
export async function suggestFlows(context: Context, ticket: TicketId): Promise<SuggestionsView> {
  authorise(context, 'ticket.read')
  const [file, library] = await Promise.all([readTicket(context, ticket), readLibrary(context)])
  const found = library.index.ask(questionOf(file)).filter(fits).slice(0, most)
  const pasts = await readPasts(
    context,
    found.map(({ id }) => id),
  )
  const suggestions = found.flatMap(({ id, words }): Suggestion[] => {
    const [shown, past] = [library.shown.get(id), pasts.get(id)]
    return shown ? [{ ...shown, words: words.slice(0, wordsShown), ...(past && { past }) }] : []
  })
  return { suggestions, nothingFits: suggestions.length === 0 }
}

/** A team's published flows, ready to be asked. */
export interface Library {
  index: Index
  /** What is shown of a flow beside the matched words, by flow id. */
  shown: Map<string, Omit<Suggestion, 'words'>>
}

async function readLibrary(context: Context): Promise<Library> {
  const refs = await context.db.asTeam(context.team, readPublishedRefs)
  return keepIndex(context.cache.published, context.team, refs, async () => {
    const published = [...(await context.db.asTeam(context.team, readPublished)).values()]
    return {
      index: indexFlows(published.map(({ flow }) => flow)),
      shown: new Map(
        published.map(({ ref, flow: { id, title, summary, steps } }) => [
          id,
          { flow: ref, title, summary, steps: steps.length },
        ]),
      ),
    }
  })
}
