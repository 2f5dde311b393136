import { answer, type Exchange, objectBody } from '../http/exchange.ts'
import { logTicketChange } from '../kinds/change-log.ts'
import { projectTicketKind, serviceTicketKind } from '../kinds/ticket.ts'
import { logWrite } from '../records/change-record.ts'
import { takeAction } from '../records/take-action.ts'
import { invalidObject } from '../world/refusal.ts'
import type { JsonObject, Row } from '../world/row.ts'
import { rowsOf, timeOf } from '../world/world.ts'
import type { Api } from './collection.ts'
import { parentTicket } from './parent-ticket.ts'

/**
 * Adds converting: a service ticket becomes a project's ticket or issue in a phase, and the other way round. The
 * ticket keeps its number, notes and time; from then on it is found under the other path.
 */
export function addConvert(api: Api): void {
  api.post('/service/tickets/:parent/convert', async (c) => {
    const exchange = c.get('exchange')
    const ticket = parentTicket(exchange.world, serviceTicketKind, c.req.param('parent'))
    const body = await objectBody(exchange.request)
    const { recordType, project, phase, wbsCode } = takeAction(exchange.world, 'ConvertToProject', body)
    if (recordType === 'ServiceTicket')
      throw wrongType('convertToProject', `Service Ticket ${ticket.id} is a service ticket already.`)
    return convert(exchange, ticket, {
      recordType: 'ProjectTicket',
      isIssueFlag: recordType === 'ProjectIssue',
      project: project ?? null,
      phase: phase ?? null,
      wbsCode: wbsCode ?? null,
    })
  })
  api.post('/project/tickets/:parent/convert', async (c) => {
    const exchange = c.get('exchange')
    const ticket = parentTicket(exchange.world, projectTicketKind, c.req.param('parent'))
    const body = await objectBody(exchange.request)
    const { recordType, ...place } = takeAction(exchange.world, 'ConvertItem', body)
    return convert(
      exchange,
      ticket,
      recordType === 'ServiceTicket'
        ? { recordType, isIssueFlag: null, project: null, phase: null, wbsCode: null }
        : { ...place, isIssueFlag: recordType === 'ProjectIssue' },
    )
  })
}

/** Time stays charged to the ticket, so its entries change their kind with it. */
function convert({ world, caller, request, path }: Exchange, ticket: Row, fields: JsonObject): Response {
  const before = ticket.fields.recordType
  const stamp = { ...ticket.stamp, lastUpdated: timeOf(world), updatedBy: caller.member }
  Object.assign(ticket, { fields: { ...ticket.fields, ...fields }, stamp })
  const charged = rowsOf(
    world,
    'TimeEntry',
    (entry) => entry.fields.chargeToId === ticket.id && entry.fields.chargeToType === before,
  )
  for (const entry of charged) entry.fields.chargeToType = ticket.fields.recordType ?? null
  logTicketChange(world, ticket, 'updated', caller.member)
  logWrite(world, { verb: 'patch', entity: 'Ticket', id: ticket.id, by: caller.member, path })
  return answer(world, request, 200, { success: true, message: '' })
}

function wrongType(resource: string, message: string): Error {
  return invalidObject(resource, [{ code: 'InvalidField', message, resource, field: 'recordType' }])
}
