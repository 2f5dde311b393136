import type { FieldError } from '../world/refusal.ts'
import { flag, num, type Row, refId, text } from '../world/row.ts'
import { put, rowOf, rowsOf, timeOf, type World } from '../world/world.ts'
import { logTicketChange } from './change-log.ts'
import { type Change, fullName, type Kind } from './kind.ts'
import { leaveTrail } from './trail.ts'

const boardParts = [
  { field: 'status', table: 'BoardStatus', label: 'Service Status' },
  { field: 'type', table: 'BoardType', label: 'Service Type' },
  { field: 'subType', table: 'BoardSubType', label: 'Service Subtype' },
  { field: 'item', table: 'BoardItem', label: 'Service Item' },
  { field: 'team', table: 'BoardTeam', label: 'Service Team' },
]

const serverOwned = [
  'recordType',
  'closedDate',
  'closedBy',
  'closedFlag',
  'actualHours',
  'approved',
  'dateResolved',
  'dateResplan',
  'dateResponded',
  'resolveMinutes',
  'resPlanMinutes',
  'respondMinutes',
  'isInSla',
  'resources',
  'hasChildTicket',
  'hasMergedChildTicketFlag',
  'mergedParentTicket',
  'slaStatus',
  'respondedBy',
  'resplanBy',
  'resolvedBy',
  'escalationLevel',
  'escalationStartDateUTC',
  'agreementType',
]

const writeOnly = [
  'initialDescription',
  'initialInternalAnalysis',
  'initialResolution',
  'initialDescriptionFrom',
  'contactEmailLookup',
  'processNotifications',
  'skipCallback',
]

function fillDefaults(draft: Row, world: World, caller: string): void {
  const fields = draft.fields
  const member = rowsOf(world, 'Member', (row) => text(row, 'identifier') === caller)[0]
  const firstBoard = rowsOf(
    world,
    'Board',
    (row) => !flag(row, 'projectFlag') && !flag(row, 'inactiveFlag'),
  )[0]
  fields.board ??= member?.fields.serviceDefaultBoard ?? (firstBoard ? { id: firstBoard.id } : null)
  const board = refId(fields.board)
  const onBoard = (name: string) =>
    rowsOf(world, name, (row) => refId(row.fields.board) === board && flag(row, 'defaultFlag'))[0]
  const status = onBoard('BoardStatus')
  if (status) fields.status ??= { id: status.id }
  const priority = rowsOf(world, 'Priority', (row) => flag(row, 'defaultFlag'))[0]
  if (priority) fields.priority ??= { id: priority.id }
  fields.recordType ??= 'ServiceTicket'
  fields.severity ??= 'Medium'
  fields.impact ??= 'Medium'
  fields.customerUpdatedFlag ??= false
  fields.automaticEmailContactFlag ??= false
  fields.automaticEmailResourceFlag ??= false
  fields.automaticEmailCcFlag ??= false
  fields.allowAllClientsPortalView ??= false
}

/** Name, phone and mail of the contact are copied into the ticket when the contact is set. */
function copyContact(draft: Row, { world, given, before }: Change): void {
  const id = refId(draft.fields.contact)
  if (id === undefined || id === refId(before?.fields.contact)) return
  const contact = rowOf(world, 'Contact', id)
  const reach = (kind: string) =>
    rowsOf(
      world,
      'ContactCommunication',
      (item) =>
        item.fields.contactId === id && item.fields.communicationType === kind && flag(item, 'defaultFlag'),
    )[0]
  if (given.contactName === undefined) draft.fields.contactName = fullName(contact)
  if (given.contactPhoneNumber === undefined)
    draft.fields.contactPhoneNumber = reach('Phone')?.fields.value ?? null
  if (given.contactEmailAddress === undefined)
    draft.fields.contactEmailAddress = reach('Email')?.fields.value ?? null
}

function checkBoardParts(draft: Row, world: World, resource: string): FieldError[] {
  const board = refId(draft.fields.board)
  if (board === undefined) return [missing('board', resource)]
  const found = boardParts.flatMap(({ field, table, label }) => {
    const id = refId(draft.fields[field])
    if (id === undefined || refId(rowOf(world, table, id)?.fields.board) === board) return []
    const message = `${label} ${id} not found for Service Board ${board}`
    return [{ code: 'NotFound', message, resource, field: `${field}/id` }]
  })
  return refId(draft.fields.status) === undefined ? [missing('status', resource), ...found] : found
}

function missing(field: string, resource: string): FieldError {
  return { code: 'MissingRequiredField', message: `The ${field} field is required.`, resource, field }
}

/** Closing and reopening follow the status; the flag alone never decides. */
function followStatus(draft: Row, { world, caller, before }: Change): void {
  const closed = flag(rowOf(world, 'BoardStatus', refId(draft.fields.status)), 'closedStatus')
  if (closed === flag(before, 'closedFlag') && before) return
  draft.fields.closedFlag = closed
  draft.fields.closedDate = closed ? timeOf(world) : null
  draft.fields.closedBy = closed ? caller.member : null
}

function keepInitialNotes(row: Row, { world, caller, verb, given }: Change): void {
  const initial = [
    { from: 'initialDescription', to: 'detailDescriptionFlag' },
    { from: 'initialInternalAnalysis', to: 'internalAnalysisFlag' },
    { from: 'initialResolution', to: 'resolutionFlag' },
  ]
  for (const { from, to } of initial) {
    const body = given[from]
    delete row.fields[from]
    if (verb !== 'create' || typeof body !== 'string' || body === '') continue
    const flags = {
      detailDescriptionFlag: false,
      internalAnalysisFlag: false,
      resolutionFlag: false,
      [to]: true,
    }
    const contact = from === 'initialDescription' ? (row.fields.contact ?? null) : null
    const member = contact ? null : rowsOf(world, 'Member', (m) => text(m, 'identifier') === caller.member)[0]
    put(
      world,
      'ServiceNote',
      {
        ticketId: row.id,
        text: body,
        ...flags,
        issueFlag: from === 'initialDescription',
        member: member ? { id: member.id } : null,
        contact,
        customerUpdatedFlag: contact !== null,
        dateCreated: timeOf(world),
        createdBy: caller.member,
        internalFlag: to === 'internalAnalysisFlag',
        externalFlag: to !== 'internalAnalysisFlag',
      },
      caller.member,
    )
  }
}

function derive(row: Row, world: World): Row['fields'] {
  const hours = rowsOf(world, 'TimeEntry', (entry) => entry.fields.chargeToId === row.id).reduce(
    (sum, entry) => sum + (num(entry, 'actualHours') ?? 0),
    0,
  )
  const resources = rowsOf(world, 'ScheduleEntry', (entry) => entry.fields.objectId === row.id).map((entry) =>
    text(rowOf(world, 'Member', refId(entry.fields.member)), 'identifier'),
  )
  const merged = rowsOf(world, 'Ticket', (other) => refId(other.fields.mergedParentTicket) === row.id)
  const children = rowsOf(world, 'Ticket', (other) => other.fields.parentTicketId === row.id)
  return {
    hasChildTicket: children.length > 0,
    hasMergedChildTicketFlag: merged.length > 0,
    actualHours: Math.round(hours * 100) / 100,
    resources: resources.length > 0 ? [...new Set(resources)].join(', ') : null,
    ...(world.switches.mobileGuidKept ? {} : { mobileGuid: null }),
  }
}

function ticketKind(service: boolean): Kind {
  const base = (row: Row) => `/${service ? 'service' : 'project'}/tickets/${row.id}`
  const resource = service ? 'ticket' : 'projectTicket'
  return {
    schema: service ? 'Ticket' : 'ProjectTicket',
    table: 'Ticket',
    label: service ? 'Service Ticket' : 'Project Ticket',
    resource,
    path: base,
    serverOwned,
    writeOnly,
    entered: true,
    derive,
    search: {
      schema: service ? 'TicketSearch' : 'ProjectTicketSearch',
      values: (row, world) =>
        rowsOf(world, 'TicketConfiguration', (link) => link.fields.ticketId === row.id).map((link) => ({
          configuration: { id: link.fields.configurationId ?? null },
        })),
    },
    links: (row) => ({
      activities_href: `/sales/activities?conditions=ticket/id=${row.id}`,
      timeentries_href: `/time/entries?conditions=(chargeToType="${service ? 'ServiceTicket' : 'ProjectTicket'}") AND chargeToId=${row.id}`,
      scheduleentries_href: `/schedule/entries?conditions=type/id=4 AND objectId=${row.id}`,
      documents_href: `/system/documents?recordType=Ticket&recordId=${row.id}`,
      products_href: `/procurement/products?conditions=chargeToType='Ticket' AND chargeToId=${row.id}`,
      configurations_href: `${base(row)}/configurations`,
      tasks_href: `${base(row)}/tasks`,
      notes_href: `${base(row)}/notes`,
    }),
    prepare(draft, change) {
      if (!service) draft.fields.recordType ??= 'ProjectTicket'
      if (change.verb === 'create') fillDefaults(draft, change.world, change.caller.member)
      copyContact(draft, change)
      const errors = checkBoardParts(draft, change.world, resource)
      if (errors.length === 0) followStatus(draft, change)
      return errors
    },
    saved(row, change) {
      keepInitialNotes(row, change)
      leaveTrail(row, change)
      const action = change.verb === 'create' ? 'added' : 'updated'
      logTicketChange(change.world, row, action, change.caller.member)
    },
    removing: (row, world, caller) => logTicketChange(world, row, 'deleted', caller.member),
  }
}

/** Tickets of `/service/tickets`. */
export const serviceTicketKind = ticketKind(true)

/** Tickets of `/project/tickets`: same table, own schema. */
export const projectTicketKind = ticketKind(false)
