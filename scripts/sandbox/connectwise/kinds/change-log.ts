import { num, type Row, refId, text } from '../world/row.ts'
import { put, rowOf, type World } from '../world/world.ts'
import { fullName, type Kind } from './kind.ts'

/** The log of ticket changes, which integrations read and clear. */
export const changeLogKind: Kind = {
  schema: 'TicketChangeLog',
  table: 'TicketChangeLog',
  label: 'Ticket Change Log',
  resource: 'ticketChangeLog',
}

/** Adds a line to the change log: the ticket as it stands after the change. */
export function logTicketChange(
  world: World,
  ticket: Row,
  action: 'added' | 'updated' | 'deleted',
  by: string,
): void {
  const { fields } = ticket
  const target = (field: string, table: string) => rowOf(world, table, refId(fields[field]))
  const [company, contact] = [target('company', 'Company'), target('contact', 'Contact')]
  const [board, team] = [target('board', 'Board'), target('team', 'BoardTeam')]
  const [owner, priority] = [target('owner', 'Member'), target('priority', 'Priority')]
  put(
    world,
    'TicketChangeLog',
    {
      action,
      boardId: board?.id ?? null,
      boardName: text(board, 'name'),
      companyIdentifier: company?.id ?? null,
      companyName: text(company, 'name'),
      contactId: contact?.id ?? null,
      contactName: fullName(contact),
      impact: text(ticket, 'impact'),
      ownerIdentifier: owner?.id ?? null,
      priorityId: priority?.id ?? null,
      priorityLevel: text(priority, 'level'),
      priorityName: text(priority, 'name'),
      prioritySort: num(priority, 'sortOrder') ?? null,
      severity: text(ticket, 'severity'),
      status: text(target('status', 'BoardStatus'), 'name'),
      summary: text(ticket, 'summary'),
      teamName: text(team, 'name'),
      ticketNumber: ticket.id,
      recordType: text(ticket, 'recordType'),
      ticketOwner: text(owner, 'identifier'),
      closedFlag: fields.closedFlag === true,
      customerUpdatedFlag: fields.customerUpdatedFlag === true,
      parentTicketId: num(ticket, 'parentTicketId') ?? null,
      mergedParentTicketId: refId(fields.mergedParentTicket) ?? null,
    },
    by,
  )
}
