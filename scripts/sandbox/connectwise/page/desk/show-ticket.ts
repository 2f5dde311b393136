import { fullName } from '../../kinds/kind.ts'
import { kindOf } from '../../kinds/registry.ts'
import { flag, isJsonObject, type Row, refId, text } from '../../world/row.ts'
import { rowOf, rowsOf, type World } from '../../world/world.ts'
import type { Choice, TicketRow, TicketScreen } from './desk.ts'
import { showNotes } from './show-notes.ts'

/** A ticket's line on the service board list. */
export function ticketRow(world: World, row: Row): TicketRow {
  const name = nameReader(world, row)
  return {
    ...keyOf(row),
    board: name('Board', 'board'),
    summary: text(row, 'summary'),
    company: name('Company', 'company'),
    contact: text(row, 'contactName') || fullName(rowOf(world, 'Contact', refId(row.fields.contact))),
    status: name('BoardStatus', 'status'),
    closed: flag(rowOf(world, 'BoardStatus', refId(row.fields.status)), 'closedStatus'),
    priority: name('Priority', 'priority'),
    type: name('BoardType', 'type'),
    resources: resourcesOf(world, row),
    enteredAt: row.stamp.dateEntered,
    updatedAt: row.stamp.lastUpdated,
  }
}

/** Everything the ticket screen shows of a ticket. */
export function ticketScreen(world: World, row: Row): TicketScreen {
  const name = nameReader(world, row)
  const chosen = (table: string, field: string) => choiceOf(rowOf(world, table, refId(row.fields[field])))
  const board = refId(row.fields.board)
  const onBoard = (table: string) =>
    rowsOf(world, table, (part) => refId(part.fields.board) === board && usable(part))
  const company = rowOf(world, 'Company', refId(row.fields.company))
  const contact = choiceOf(rowOf(world, 'Contact', refId(row.fields.contact)))
  return {
    ...keyOf(row),
    summary: text(row, 'summary'),
    company: {
      id: company?.id ?? 0,
      name: text(company, 'name'),
      identifier: text(company, 'identifier'),
    },
    site: text(row, 'siteName') || name('CompanySite', 'site'),
    contact: contact && {
      ...contact,
      name: text(row, 'contactName') || contact.name,
      phone: text(row, 'contactPhoneNumber'),
      email: text(row, 'contactEmailAddress'),
    },
    board: chosen('Board', 'board') ?? { id: 0, name: '' },
    status: chosen('BoardStatus', 'status') ?? { id: 0, name: '' },
    type: chosen('BoardType', 'type'),
    subType: chosen('BoardSubType', 'subType'),
    item: chosen('BoardItem', 'item'),
    priority: chosen('Priority', 'priority'),
    agreement: name('Agreement', 'agreement'),
    source: name('Source', 'source'),
    severity: text(row, 'severity'),
    impact: text(row, 'impact'),
    owner: fullName(rowOf(world, 'Member', refId(row.fields.owner))),
    resources: resourcesOf(world, row),
    emailContact: flag(row, 'automaticEmailContactFlag'),
    emailResources: flag(row, 'automaticEmailResourceFlag'),
    emailCc: flag(row, 'automaticEmailCcFlag') ? text(row, 'automaticEmailCc') : '',
    closed: flag(row, 'closedFlag'),
    enteredAt: row.stamp.dateEntered,
    enteredBy: row.stamp.enteredBy,
    updatedAt: row.stamp.lastUpdated,
    updatedBy: row.stamp.updatedBy,
    mergedInto: refId(row.fields.mergedParentTicket) ?? null,
    notes: showNotes(world, row),
    choices: {
      statuses: onBoard('BoardStatus').map((status) => ({
        ...named(status),
        closed: flag(status, 'closedStatus'),
        timeEntryAllowed: !flag(status, 'timeEntryNotAllowed'),
      })),
      types: onBoard('BoardType').map(named),
      subTypes: onBoard('BoardSubType').map(named),
      items: onBoard('BoardItem').map(named),
      priorities: rowsOf(world, 'Priority', usable).map(named),
      workTypes: rowsOf(world, 'WorkType', usable).map(named),
      workRoles: rowsOf(world, 'WorkRole', usable).map(named),
    },
  }
}

function keyOf(row: Row): { id: number; kind: 'service' | 'project' } {
  return { id: row.id, kind: row.fields.recordType === 'ProjectTicket' ? 'project' : 'service' }
}

function usable(row: Row): boolean {
  return !flag(row, 'inactiveFlag') && !flag(row, 'inactive')
}

function named(row: Row): Choice {
  return { id: row.id, name: text(row, 'name') || text(row, 'description') || fullName(row) }
}

function choiceOf(row: Row | undefined): Choice | null {
  return row ? named(row) : null
}

function nameReader(world: World, row: Row): (table: string, field: string) => string {
  return (table, field) => choiceOf(rowOf(world, table, refId(row.fields[field])))?.name ?? ''
}

/** Assigned members, as the record itself tells them. */
function resourcesOf(world: World, row: Row): string {
  const derived = kindOf('Ticket', row).derive?.(row, world)
  const resources = isJsonObject(derived) ? derived.resources : undefined
  return typeof resources === 'string' ? resources : text(row, 'resources')
}
