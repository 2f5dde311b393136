import { answer, type Exchange, objectBody } from '../http/exchange.ts'
import { type Filter, filterOfQuery, filterRecords } from '../http/filter.ts'
import type { Kind } from '../kinds/kind.ts'
import { projectNoteKind, projectTaskKind, serviceNoteKind, serviceTaskKind } from '../kinds/note.ts'
import { projectTicketKind, serviceTicketKind } from '../kinds/ticket.ts'
import { showReference } from '../records/show-record.ts'
import { invalidObject, unknownEndpoint } from '../world/refusal.ts'
import type { JsonObject } from '../world/row.ts'
import { rowsOf, type World } from '../world/world.ts'
import { allNotes } from './all-notes.ts'
import { type Api, addCollection, answerList, everyVerb, matching, type Scope } from './collection.ts'
import { parentTicket } from './parent-ticket.ts'
import { addTicketActions } from './ticket-actions.ts'
import { addTicketConfigurations } from './ticket-configurations.ts'
import { addTicketLists } from './ticket-lists.ts'

/** Adds `/service/tickets` and `/project/tickets` with what hangs below them. */
export function addTickets(api: Api): void {
  addTicketFamily(api, '/service/tickets', serviceTicketKind, serviceNoteKind, serviceTaskKind)
  addTicketFamily(api, '/project/tickets', projectTicketKind, projectNoteKind, projectTaskKind)
}

function addTicketFamily(api: Api, path: string, ticket: Kind, note: Kind, task: Kind): void {
  const recordType = ticket === serviceTicketKind ? 'ServiceTicket' : 'ProjectTicket'
  const scope: Scope = { holds: (row) => row.fields.recordType === recordType, fixed: { recordType } }
  const below = (world: World, id: number): Scope => {
    parentTicket(world, ticket, String(id))
    return { holds: (row) => row.fields.ticketId === id, fixed: { ticketId: id } }
  }
  if (recordType === 'ServiceTicket') {
    addTicketLists(api, scope)
    addTicketActions(api)
  }
  api.post(`${path}/search`, async (c) => {
    const exchange = c.get('exchange')
    const filter = searchFilter(exchange.world, await objectBody(exchange.request))
    return answerList(exchange, matching(exchange, ticket, scope, filter))
  })
  api.get(`${path}/:parent/allNotes`, (c) => {
    const exchange = c.get('exchange')
    const { world } = exchange
    if (!world.switches.allNotes) throw unknownEndpoint()
    const row = parentTicket(world, ticket, c.req.param('parent'))
    const { orderBy, ...filter } = filterOfQuery(exchange.url.searchParams)
    const asked: Filter = world.switches.allNotesOrder && orderBy ? { ...filter, orderBy } : filter
    return answerList(exchange, filterRecords(allNotes(exchange, ticket, row), asked, 'ServiceTicketNote'))
  })
  addCollection(api, { path: `${path}/:parent/notes`, kind: note, verbs: everyVerb, scope: below })
  addCollection(api, { path: `${path}/:parent/tasks`, kind: task, verbs: everyVerb, scope: below })
  addTicketConfigurations(api, path, ticket)
  addReferences(api, path, ticket)
  addCollection(api, { path, kind: ticket, verbs: everyVerb, scope: () => scope })
}

/** Read-only lists of references: what hangs on a ticket elsewhere. */
function addReferences(api: Api, path: string, ticket: Kind): void {
  const lists: { segment: string; schema: string; table: string; name: string; key: string }[] = [
    {
      segment: 'timeentries',
      schema: 'TimeEntryReference',
      table: 'TimeEntry',
      name: 'timeEntry',
      key: 'chargeToId',
    },
    {
      segment: 'scheduleentries',
      schema: 'ScheduleEntryReference',
      table: 'ScheduleEntry',
      name: 'scheduleEntry',
      key: 'objectId',
    },
    {
      segment: 'documents',
      schema: 'DocumentReference',
      table: 'Document',
      name: 'document',
      key: 'recordId',
    },
    {
      segment: 'activities',
      schema: 'ActivityReference',
      table: 'Activity',
      name: 'activity',
      key: 'ticketId',
    },
    { segment: 'products', schema: 'ProductReference', table: 'Product', name: 'product', key: 'ticketId' },
  ]
  for (const { segment, schema, table, name, key } of lists) {
    const shown = (exchange: Exchange, parent: string): JsonObject[] => {
      const { id } = parentTicket(exchange.world, ticket, parent)
      const filter = filterOfQuery(exchange.url.searchParams)
      const rows = rowsOf(exchange.world, table, (row) => row.fields[key] === id)
      return filterRecords(
        rows.map((row) => showReference(exchange, schema, row.id, name)),
        filter,
        schema,
      )
    }
    api.get(`${path}/:parent/${segment}/count`, (c) => {
      const exchange = c.get('exchange')
      const count = shown(exchange, c.req.param('parent')).length
      return answer(exchange.world, exchange.request, 200, { count })
    })
    api.get(`${path}/:parent/${segment}`, (c) => {
      const exchange = c.get('exchange')
      return answerList(exchange, shown(exchange, c.req.param('parent')))
    })
  }
}

function searchFilter(world: World, body: JsonObject): Filter {
  const filter: Filter = {}
  const names = ['conditions', 'childConditions', 'customFieldConditions', 'orderBy'] as const
  for (const [key, value] of Object.entries(body)) {
    const name = names.find((known) =>
      world.switches.searchKeysCaseSensitive ? known === key : known.toLowerCase() === key.toLowerCase(),
    )
    if (!name || value === null || value === '') continue
    if (typeof value !== 'string') throw notText(key)
    filter[name] = value
  }
  return filter
}

function notText(field: string): Error {
  const message = `The field ${field} is not a string.`
  return invalidObject('filterValues', [{ code: 'InvalidField', message, resource: 'filterValues', field }])
}
