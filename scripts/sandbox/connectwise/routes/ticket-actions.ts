import { answer, type Exchange, objectBody } from '../http/exchange.ts'
import { serviceTicketKind } from '../kinds/ticket.ts'
import { changeRecord } from '../records/change-record.ts'
import { takeAction } from '../records/take-action.ts'
import { type FieldError, invalidObject } from '../world/refusal.ts'
import { type Json, type JsonObject, type Row, refId } from '../world/row.ts'
import { rowOf, rowsOf, type World } from '../world/world.ts'
import { type Api, answerRecord } from './collection.ts'
import { addConvert } from './convert-ticket.ts'
import { parentTicket } from './parent-ticket.ts'

/** Adds what can be done to a service ticket: copy, merge, bundle children below it, convert. */
export function addTicketActions(api: Api): void {
  api.post('/service/tickets/:parent/copy', (c) => {
    const exchange = c.get('exchange')
    const original = parentTicket(exchange.world, serviceTicketKind, c.req.param('parent'))
    const { world, caller, path } = exchange
    const body = copied(original)
    const fixed = { recordType: 'ServiceTicket' }
    const row = changeRecord({ world, caller, kind: serviceTicketKind, verb: 'create', body, fixed, path })
    return answerRecord(exchange, serviceTicketKind, row, 200)
  })
  api.post('/service/tickets/:parent/merge', async (c) => {
    const exchange = c.get('exchange')
    const into = parentTicket(exchange.world, serviceTicketKind, c.req.param('parent'))
    const body = await objectBody(exchange.request)
    const { mergeTicketIds, status } = takeAction(exchange.world, 'TicketMerge', body, into)
    const merged = ticketsOf(exchange.world, mergeTicketIds, {
      resource: 'ticketMerge',
      field: 'mergeTicketIds',
      refuse: (ticket) => cannotMerge(exchange.world, ticket, into, refId(status)),
    })
    for (const ticket of merged)
      change(exchange, ticket, { status: status ?? null }, { mergedParentTicket: { id: into.id } })
    return answer(exchange.world, exchange.request, 200, { success: true, message: '' })
  })
  api.post('/service/tickets/:parent/attachChildren', async (c) => {
    const exchange = c.get('exchange')
    const parent = parentTicket(exchange.world, serviceTicketKind, c.req.param('parent'))
    const { childTicketIds } = takeAction(exchange.world, 'TicketBundle', await objectBody(exchange.request))
    const children = ticketsOf(exchange.world, childTicketIds, {
      resource: 'ticketBundle',
      field: 'childTicketIds',
      refuse: (ticket) => cannotBundle(exchange.world, ticket, parent),
    })
    for (const ticket of children) change(exchange, ticket, {}, { parentTicketId: parent.id })
    return answer(exchange.world, exchange.request, 200, { success: true, message: '' })
  })
  addConvert(api)
}

/** What a copy takes over: what a client may set, and no place among other tickets. Its status starts anew. */
function copied({ fields }: Row): JsonObject {
  const left = new Set([
    ...(serviceTicketKind.serverOwned ?? []),
    ...(serviceTicketKind.writeOnly ?? []),
    'status',
    'parentTicketId',
    'mobileGuid',
    'predecessorId',
    'predecessorType',
    'predecessorClosedFlag',
  ])
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !left.has(name) && value !== null),
  )
}

interface Choice {
  resource: string
  field: string
  /** What forbids the action on this ticket, if anything. */
  refuse: (ticket: Row) => string | null
}

/** The service tickets that a body names. Throws one 400 with an error for each that cannot be taken. */
function ticketsOf(world: World, ids: Json | undefined, { resource, field, refuse }: Choice): Row[] {
  const wanted = Array.isArray(ids) ? [...new Set(ids)].filter((id) => typeof id === 'number') : []
  const error = (code: string, message: string): FieldError => ({ code, message, resource, field })
  if (wanted.length === 0)
    throw invalidObject(resource, [error('MissingRequiredField', `The ${field} field is required.`)])
  const tickets: Row[] = []
  const errors: FieldError[] = []
  for (const id of wanted) {
    const ticket = rowOf(world, 'Ticket', id)
    const message = ticket ? refuse(ticket) : null
    if (ticket?.fields.recordType !== 'ServiceTicket')
      errors.push(error('NotFound', `Service Ticket ${id} not found`))
    else if (message !== null) errors.push(error('InvalidField', message))
    else tickets.push(ticket)
  }
  if (errors.length > 0) throw invalidObject(resource, errors)
  return tickets
}

function cannotMerge(world: World, ticket: Row, into: Row, status: number | undefined): string | null {
  const board = refId(ticket.fields.board)
  if (ticket.id === into.id) return `Service Ticket ${ticket.id} cannot be merged into itself.`
  if (refId(ticket.fields.mergedParentTicket) !== undefined)
    return `Service Ticket ${ticket.id} has been merged already.`
  if (refId(into.fields.mergedParentTicket) !== undefined)
    return `Service Ticket ${into.id} has itself been merged.`
  const sameCompany = refId(ticket.fields.company) === refId(into.fields.company)
  if (!sameCompany && !world.switches.mergeAcrossCompanies)
    return `Service Ticket ${ticket.id} belongs to another company.`
  return refId(rowOf(world, 'BoardStatus', status)?.fields.board) === board
    ? null
    : `Service Status ${status} not found for Service Board ${board}`
}

function cannotBundle(world: World, ticket: Row, parent: Row): string | null {
  if (ticket.id === parent.id) return `Service Ticket ${ticket.id} cannot be its own child.`
  if (typeof ticket.fields.parentTicketId === 'number')
    return `Service Ticket ${ticket.id} is a child already.`
  if (typeof parent.fields.parentTicketId === 'number')
    return `Service Ticket ${parent.id} is itself a child and cannot have children.`
  const children = rowsOf(world, 'Ticket', (other) => other.fields.parentTicketId === ticket.id)
  return children.length > 0 ? `Service Ticket ${ticket.id} has children and cannot be a child.` : null
}

function change({ world, caller, path }: Exchange, before: Row, body: JsonObject, fixed: JsonObject): void {
  changeRecord({ world, caller, kind: serviceTicketKind, verb: 'patch', body, before, fixed, path })
}
