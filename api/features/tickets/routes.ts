import { z } from '@hono/zod-openapi'
import type { Deps } from '#api/context.ts'
import { suggestFlows } from '#api/features/suggestions/suggest-flows.ts'
import { type Api, bare, serve } from '#api/http/serve.ts'
import { findTickets } from './find-tickets.ts'
import { readPostOptions } from './read-post-options.ts'
import { ticketParams as params } from './ticket-params.ts'
import { viewTicket } from './view-ticket.ts'

/** Tickets as the ticket system holds them, and what goes with one. */
export function ticketRoutes(api: Api, deps: Deps): void {
  const query = z.object({ text: z.string().max(500).optional() })
  serve(
    api,
    deps,
    'findTickets',
    { ...bare, summary: 'Find tickets for a picker', query },
    (context, input) => findTickets(context, input.query.text),
  )
  serve(api, deps, 'getTicket', { ...bare, summary: 'Read a ticket', params }, (context, input) =>
    viewTicket(context, input.params),
  )
  serve(
    api,
    deps,
    'suggestFlows',
    { ...bare, summary: 'Suggest flows for a ticket', params },
    (context, input) => suggestFlows(context, input.params),
  )
  serve(
    api,
    deps,
    'getPostOptions',
    { ...bare, summary: 'What can be chosen when posting', params },
    (context, input) => readPostOptions(context, input.params),
  )
}
