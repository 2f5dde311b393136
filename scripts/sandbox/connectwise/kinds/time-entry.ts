import { cwTime } from '../world/clock.ts'
import { type FieldError, Refusal } from '../world/refusal.ts'
import { flag, num, type Row, refId, text } from '../world/row.ts'
import { rowOf, timeOf, type World } from '../world/world.ts'
import type { Caller, Change, Kind } from './kind.ts'
import { mailTime } from './mail.ts'
import { memberByIdentifier } from './member.ts'

const resource = 'timeEntry'
const editable = new Set(['Open', 'Rejected', 'ErrorsCorrected', 'RejectBySecondTier'])

const error = (field: string, message: string, code = 'InvalidField'): FieldError => ({
  code,
  message,
  resource,
  field,
})

const ref = (row: Row | undefined) => (row ? { id: row.id } : undefined)

function ticketOf(draft: Row, world: World): Row | undefined {
  const type = draft.fields.chargeToType
  const row = rowOf(world, 'Ticket', num(draft, 'chargeToId'))
  return row && row.fields.recordType === type ? row : undefined
}

/**
 * Fills what ConnectWise fills: member, company, work role and type, agreement, billable option, hours.
 * Shared by creating an entry and by asking for its defaults.
 */
export function fillTimeDefaults(draft: Row, { world, caller, given }: Change): void {
  const fields = draft.fields
  const named = world.switches.authorFromMember ? rowOf(world, 'Member', refId(given.member)) : undefined
  const member =
    named ?? rowOf(world, 'Member', refId(draft.fields.member)) ?? memberByIdentifier(world, caller.member)
  const ticket = ticketOf(draft, world)
  const board = rowOf(world, 'Board', refId(ticket?.fields.board))
  if (!world.switches.authorFromMember) fields.member = ref(memberByIdentifier(world, caller.member)) ?? null
  fields.member ??= ref(member) ?? null
  if (ticket) {
    fields.company = ticket.fields.company ?? null
    fields.ticket = { id: ticket.id }
    fields.ticketBoard = text(board, 'name')
    fields.ticketStatus = text(rowOf(world, 'BoardStatus', refId(ticket.fields.status)), 'name')
    fields.agreement ??= ticket.fields.agreement ?? null
  }
  const location = refId(ticket?.fields.location) ?? refId(member?.fields.serviceDefaultLocation)
  if (location !== undefined) fields.locationId ??= location
  fields.workType ??= ticket?.fields.workType ?? board?.fields.workType ?? member?.fields.workType ?? null
  fields.workRole ??= ticket?.fields.workRole ?? member?.fields.workRole ?? board?.fields.workRole ?? null
  const billTime = rowOf(world, 'WorkType', refId(fields.workType))?.fields.billTime
  fields.billableOption ??= billTime ?? 'Billable'
  for (const name of ['addToDetailDescriptionFlag', 'addToInternalAnalysisFlag', 'addToResolutionFlag'])
    fields[name] ??= false
  for (const name of ['emailResourceFlag', 'emailContactFlag', 'emailCcFlag']) fields[name] ??= false
  fields.hoursDeduct ??= 0
  fillHours(draft, world)
}

function fillHours(draft: Row, world: World): void {
  const fields = draft.fields
  const start = Date.parse(text(draft, 'timeStart'))
  const deducted = num(draft, 'hoursDeduct') ?? 0
  if (text(draft, 'timeEnd') !== '') {
    const hours = (Date.parse(text(draft, 'timeEnd')) - start) / 3_600_000 - deducted
    fields.actualHours = Math.round(hours * 100) / 100
  } else if (num(draft, 'actualHours') !== undefined && !Number.isNaN(start)) {
    fields.timeEnd = cwTime(start + ((num(draft, 'actualHours') ?? 0) + deducted) * 3_600_000)
  }
  const hours = num(draft, 'actualHours') ?? 0
  const step = refId(fields.agreement) === undefined ? 0 : world.switches.billedHoursStep
  const billed = fields.billableOption === 'Billable' ? hours : 0
  fields.invoiceHours = step > 0 ? Math.ceil(billed / step) * step : billed
  fields.hoursBilled = fields.invoiceHours
}

/** 400 where the default work role does not go with the location, as ConnectWise answers it. */
export function checkWorkRole(draft: Row, world: World): FieldError[] {
  const role = rowOf(world, 'WorkRole', refId(draft.fields.workRole))
  const locations = role?.fields.locationIds
  const location = num(draft, 'locationId')
  if (!Array.isArray(locations) || location === undefined || locations.includes(location)) return []
  return [error('workRole', 'The default Work Role is not valid for the selected location')]
}

/** 400 where time is charged to a record that is not there. */
export function checkChargeExists(draft: Row, world: World): FieldError[] {
  const type = draft.fields.chargeToType
  const id = num(draft, 'chargeToId')
  if (id === undefined || typeof type !== 'string') return []
  const isTicket = type === 'ServiceTicket' || type === 'ProjectTicket'
  if (isTicket ? ticketOf(draft, world) : rowOf(world, type, id)) return []
  const label = isTicket ? type.replace('Ticket', ' Ticket') : type
  return [error('chargeToId', `${label} ${id} not found`, 'NotFound')]
}

function checkCharge(draft: Row, change: Change): FieldError[] {
  const { world, verb } = change
  const type = draft.fields.chargeToType
  const id = num(draft, 'chargeToId')
  if (id === undefined)
    return [error('chargeToId', 'The chargeToId field is required.', 'MissingRequiredField')]
  if (typeof type !== 'string')
    return [error('chargeToType', 'The chargeToType field is required.', 'MissingRequiredField')]
  const absent = checkChargeExists(draft, world)
  if (absent.length > 0) return absent
  const ticket = ticketOf(draft, world)
  const status = rowOf(world, 'BoardStatus', refId(ticket?.fields.status))
  const board = rowOf(world, 'Board', refId(ticket?.fields.board))
  if (verb === 'create' && flag(status, 'timeEntryNotAllowed'))
    return [error('chargeToId', `Time entry is not allowed for tickets in status "${text(status, 'name')}".`)]
  if (flag(board, 'timeEntryLockedFlag'))
    return [error('chargeToId', `Time entries are locked on the service board "${text(board, 'name')}".`)]
  return []
}

function checkTimes(draft: Row, world: World): FieldError[] {
  const member = rowOf(world, 'Member', refId(draft.fields.member))
  const { timeStart, timeEnd } = { timeStart: text(draft, 'timeStart'), timeEnd: text(draft, 'timeEnd') }
  if (flag(member, 'inactiveFlag'))
    return [error('member', `Member ${text(member, 'identifier')} is inactive.`)]
  if (timeEnd === '' && num(draft, 'actualHours') === undefined)
    return [error('timeEnd', 'Either timeEnd or actualHours is required.', 'MissingRequiredField')]
  if (timeEnd !== '' && timeEnd < timeStart)
    return [error('timeEnd', 'The end time must be after the start time.')]
  if ((num(draft, 'actualHours') ?? 0) < 0)
    return [error('actualHours', 'The hours must not be negative.', 'OutOfRange')]
  return []
}

function prepare(draft: Row, change: Change): FieldError[] {
  const { world, caller, verb, before, given } = change
  if (before && !editable.has(text(before, 'status')))
    return [error('status', 'This time entry has been approved or billed and cannot be changed.')]
  if (verb === 'replace' && given.billableOption === undefined)
    return [error('billableOption', 'The billableOption field is required.', 'MissingRequiredField')]
  const needsEnd = flag(
    rowOf(world, 'Member', refId(given.member)) ?? memberByIdentifier(world, caller.member),
    'requireStartAndEndTimeOnTimeEntryFlag',
  )
  if (verb === 'create' && needsEnd && text(draft, 'timeEnd') === '')
    return [
      error('timeEnd', 'A start time and an end time are required for this member.', 'MissingRequiredField'),
    ]
  if (verb === 'create') {
    draft.fields.enteredBy = caller.member
    draft.fields.dateEntered = timeOf(world)
    draft.fields.status = 'Open'
  }
  if (verb === 'patch' && given.actualHours !== undefined && given.timeEnd === undefined)
    draft.fields.timeEnd = null
  fillTimeDefaults(draft, change)
  return [...checkCharge(draft, change), ...checkTimes(draft, world), ...checkWorkRole(draft, world)]
}

function touchTicket(row: Row, world: World, caller: Caller): void {
  const ticket = ticketOf(row, world)
  if (ticket) ticket.stamp = { ...ticket.stamp, lastUpdated: timeOf(world), updatedBy: caller.member }
}

/** Time entries. Overlaps are allowed, as in ConnectWise; every POST makes a new entry. */
export const timeEntryKind: Kind = {
  schema: 'TimeEntry',
  table: 'TimeEntry',
  label: 'Time Entry',
  resource,
  path: (row) => `/time/entries/${row.id}`,
  serverOwned: [
    'company',
    'companyType',
    'enteredBy',
    'dateEntered',
    'status',
    'ticket',
    'ticketBoard',
    'ticketStatus',
    'ticketType',
    'ticketSubType',
    'invoice',
    'invoiceFlag',
    'timeSheet',
    'hoursBilled',
    'invoiceHours',
    'hourlyCost',
    'agreementType',
  ],
  entered: true,
  derive: (row, world) => ({
    mobileGuid: world.switches.mobileGuidKept ? (row.fields.mobileGuid ?? null) : null,
  }),
  prepare,
  saved(row, { world, caller, given }) {
    touchTicket(row, world, caller)
    mailTime(world, row, given)
  },
  removing(row, world, caller) {
    if (!editable.has(text(row, 'status')))
      throw new Refusal(
        400,
        'InvalidObject',
        'This time entry has been approved or billed and cannot be deleted.',
      )
    touchTicket(row, world, caller)
  },
}
