import type { Named, Ticket, TicketId, TicketSummary } from '../../ports/psa.ts'
import type { CwTicket } from './api-types.ts'
import { displayText } from './display-text.ts'

/** A ConnectWise ticket → ours. `closed` comes from the board's status, since closedFlag misleads with own statuses. */
export function toTicket(ticket: CwTicket, closed: boolean): Ticket {
  return {
    id: ticket.id,
    kind: kindOf(ticket),
    summary: displayText(ticket.summary ?? '').text,
    board: named(ticket.board) ?? nowhere,
    status: { ...(named(ticket.status) ?? nowhere), closed },
    company: {
      id: ticket.company.id,
      name: ticket.company.name ?? ticket.company.identifier ?? '',
      identifier: ticket.company.identifier ?? '',
    },
    contact: named(ticket.contact),
    priority: named(ticket.priority),
    type: named(ticket.type),
    subType: named(ticket.subType),
    item: named(ticket.item),
    agreement: named(ticket.agreement),
    owner: ticket.owner?.identifier ?? null,
    resources: (ticket.resources ?? '')
      .split(',')
      .map((resource) => resource.trim())
      .filter((resource) => resource !== ''),
    severity: ticket.severity,
    impact: ticket.impact,
    closed,
    mergedInto: ticket.mergedParentTicket?.id ?? null,
    parent: ticket.parentTicketId,
    hasChildren: ticket.hasChildTicket || ticket.hasMergedChildTicketFlag,
    createdAt: ticket._info?.dateEntered ?? null,
    updatedAt: ticket._info?.lastUpdated ?? null,
    updatedBy: ticket._info?.updatedBy ?? null,
    mails: {
      contact: ticket.automaticEmailContactFlag,
      resources: ticket.automaticEmailResourceFlag,
      cc: ticket.automaticEmailCcFlag ? ticket.automaticEmailCc : null,
    },
  }
}

/** The few words of a ticket that a list shows. */
export function toTicketSummary(ticket: CwTicket, closed: boolean): TicketSummary {
  const { id, kind, summary, company, board, status, createdAt, updatedAt } = toTicket(ticket, closed)
  return {
    id,
    kind,
    summary,
    company: { id: company.id, name: company.name },
    board: board.name,
    status: status.name,
    closed,
    createdAt,
    updatedAt,
  }
}

/** A project's tickets and issues live under another path and take time under another name. */
export function kindOf(ticket: { recordType: string | null }): TicketId['kind'] {
  return ticket.recordType?.startsWith('Project') ? 'project' : 'service'
}

const nowhere: Named = { id: 0, name: '' }

/** A ConnectWise reference → ours; null stays null, a nameless one shows its number. */
export function named(reference: { id: number; name: string | null } | null): Named | null {
  return reference === null ? null : { id: reference.id, name: reference.name ?? `#${reference.id}` }
}
