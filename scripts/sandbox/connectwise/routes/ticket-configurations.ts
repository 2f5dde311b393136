import { answer, objectBody } from '../http/exchange.ts'
import { filterOfQuery, filterRecords } from '../http/filter.ts'
import type { Kind } from '../kinds/kind.ts'
import { serviceTicketKind } from '../kinds/ticket.ts'
import { logWrite } from '../records/change-record.ts'
import { showReference } from '../records/show-record.ts'
import { invalidObject, notFound } from '../world/refusal.ts'
import type { Row } from '../world/row.ts'
import { put, rowOf, rowsOf, table, type World } from '../world/world.ts'
import { type Api, answerList } from './collection.ts'

/** Adds `/tickets/:parent/configurations`: links to configurations, answered as `{id, deviceIdentifier, _info}`. */
export function addTicketConfigurations(api: Api, path: string, ticket: Kind): void {
  const below = `${path}/:parent/configurations`
  const type = ticket === serviceTicketKind ? 'ServiceTicket' : 'ProjectTicket'
  const enter = (world: World, id: number): Row[] => {
    if (rowOf(world, 'Ticket', id)?.fields.recordType !== type) throw notFound(ticket.label, id)
    return rowsOf(world, 'TicketConfiguration', (link) => link.fields.ticketId === id)
  }
  const idOf = (link: Row) => Number(link.fields.configurationId)
  api.get(`${below}/count`, (c) => {
    const { world, request } = c.get('exchange')
    return answer(world, request, 200, { count: enter(world, Number(c.req.param('parent'))).length })
  })
  api.get(below, (c) => {
    const exchange = c.get('exchange')
    const shown = enter(exchange.world, Number(c.req.param('parent'))).map((link) =>
      showReference(exchange, 'ConfigurationReference', idOf(link), 'config'),
    )
    const { orderBy: _, ...filter } = filterOfQuery(exchange.url.searchParams)
    return answerList(exchange, filterRecords(shown, filter, 'ConfigurationReference'))
  })
  api.get(`${below}/:id`, (c) => {
    const exchange = c.get('exchange')
    const id = Number(c.req.param('id'))
    if (!enter(exchange.world, Number(c.req.param('parent'))).some((link) => idOf(link) === id))
      throw notFound('Configuration', id)
    return answer(
      exchange.world,
      exchange.request,
      200,
      showReference(exchange, 'ConfigurationReference', id, 'config'),
    )
  })
  api.post(below, async (c) => {
    const exchange = c.get('exchange')
    const { world, caller, request } = exchange
    const ticketId = Number(c.req.param('parent'))
    const links = enter(world, ticketId)
    const { id } = await objectBody(request)
    const error = (code: string, message: string) =>
      invalidObject('configurationReference', [
        { code, message, resource: 'configurationReference', field: 'id' },
      ])
    if (typeof id !== 'number') throw error('MissingRequiredField', 'The id field is required.')
    if (!rowOf(world, 'CompanyConfiguration', id)) throw error('NotFound', `Configuration ${id} not found`)
    if (links.some((link) => idOf(link) === id))
      throw error('ObjectExists', 'The configuration is already attached.')
    const link = put(world, 'TicketConfiguration', { ticketId, configurationId: id }, caller.member)
    logWrite(world, {
      verb: 'create',
      entity: 'TicketConfiguration',
      id: link.id,
      by: caller.member,
      path: exchange.path,
    })
    return answer(world, request, 201, showReference(exchange, 'ConfigurationReference', id, 'config'))
  })
  api.delete(`${below}/:id`, (c) => {
    const { world, caller, request, path: at } = c.get('exchange')
    const id = Number(c.req.param('id'))
    const link = enter(world, Number(c.req.param('parent'))).find((one) => idOf(one) === id)
    if (!link) throw notFound('Configuration', id)
    table(world, 'TicketConfiguration').delete(link.id)
    logWrite(world, {
      verb: 'remove',
      entity: 'TicketConfiguration',
      id: link.id,
      by: caller.member,
      path: at,
    })
    return answer(world, request, 204, undefined)
  })
}
