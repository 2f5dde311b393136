import { answer } from '../http/exchange.ts'
import { changeLogKind } from '../kinds/change-log.ts'
import type { Kind } from '../kinds/kind.ts'
import { serviceTicketKind } from '../kinds/ticket.ts'
import { table } from '../world/world.ts'
import { type Api, addCollection, answerRecord, type Scope } from './collection.ts'
import { parentTicket } from './parent-ticket.ts'

/** The light ticket: number, summary, company. */
const ticketInfoKind: Kind = {
  schema: 'TicketInfo',
  table: serviceTicketKind.table,
  label: serviceTicketKind.label,
  resource: 'ticketInfo',
  path: (row) => `/service/tickets/${row.id}/info`,
}

/**
 * Adds the lists beside `/service/tickets`: light tickets, tickets with their service levels worked out, and the
 * change log. The desk has no service levels, so the second is the plain list.
 */
export function addTicketLists(api: Api, scope: Scope): void {
  addCollection(api, {
    path: '/service/tickets/info',
    kind: ticketInfoKind,
    verbs: ['list', 'count'],
    scope: () => scope,
  })
  addCollection(api, {
    path: '/service/tickets/calculateSla',
    kind: serviceTicketKind,
    verbs: ['list'],
    scope: () => scope,
  })
  addCollection(api, { path: '/service/tickets/changelogs', kind: changeLogKind, verbs: ['list'] })
  api.delete('/service/tickets/changelogs', (c) => {
    const { world, request } = c.get('exchange')
    table(world, changeLogKind.table).clear()
    return answer(world, request, 204, undefined)
  })
  api.get('/service/tickets/:parent/info', (c) => {
    const exchange = c.get('exchange')
    const row = parentTicket(exchange.world, serviceTicketKind, c.req.param('parent'))
    return answerRecord(exchange, ticketInfoKind, row, 200)
  })
}
