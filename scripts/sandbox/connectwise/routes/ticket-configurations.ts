import { answer, type Exchange, objectBody } from '../http/exchange.ts'
import { filterOfQuery, filterRecords } from '../http/filter.ts'
import type { Kind } from '../kinds/kind.ts'
import { logWrite } from '../records/change-record.ts'
import { showReference } from '../records/show-record.ts'
import { invalidObject, notFound, unknownEndpoint } from '../world/refusal.ts'
import type { Row } from '../world/row.ts'
import { put, rowOf, rowsOf, table, type World } from '../world/world.ts'
import { type Api, answerList } from './collection.ts'
import { parentTicket } from './parent-ticket.ts'

/** Adds `/tickets/:parent/configurations`: links to configurations, answered as `{id, deviceIdentifier, _info}`. */
export function addTicketConfigurations(api: Api, path: string, ticket: Kind): void {
  const below = `${path}/:parent/configurations`
  const enter = (world: World, parent: string | undefined): Row[] => {
    const { id } = parentTicket(world, ticket, parent)
    return rowsOf(world, 'TicketConfiguration', (link) => link.fields.ticketId === id)
  }
  const idOf = (link: Row) => Number(link.fields.configurationId)
  const shown = (exchange: Exchange, parent: string | undefined) =>
    filterRecords(
      enter(exchange.world, parent).map((link) =>
        showReference(exchange, 'ConfigurationReference', idOf(link), 'config'),
      ),
      filterOfQuery(exchange.url.searchParams),
      'ConfigurationReference',
    )
  api.get(`${below}/count`, (c) => {
    const exchange = c.get('exchange')
    const count = shown(exchange, c.req.param('parent')).length
    return answer(exchange.world, exchange.request, 200, { count })
  })
  api.get(below, (c) => answerList(c.get('exchange'), shown(c.get('exchange'), c.req.param('parent'))))
  api.get(`${below}/:id`, (c) => {
    const exchange = c.get('exchange')
    const id = numberIn(c.req.param('id'))
    if (!enter(exchange.world, c.req.param('parent')).some((link) => idOf(link) === id))
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
    const links = enter(world, c.req.param('parent'))
    const ticketId = Number(c.req.param('parent'))
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
    const id = numberIn(c.req.param('id'))
    const link = enter(world, c.req.param('parent')).find((one) => idOf(one) === id)
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

function numberIn(segment: string | undefined): number {
  if (segment === undefined || !/^\d+$/.test(segment)) throw unknownEndpoint()
  return Number(segment)
}
