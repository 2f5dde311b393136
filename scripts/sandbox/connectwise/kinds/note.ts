import { type FieldError, notAllowed, Refusal } from '../world/refusal.ts'
import { flag, num, type Row, refId, text } from '../world/row.ts'
import { rowOf, timeOf, type World } from '../world/world.ts'
import type { Caller, Change, Kind } from './kind.ts'
import { mailNote } from './mail.ts'
import { memberByIdentifier } from './member.ts'

const tabs = ['detailDescriptionFlag', 'internalAnalysisFlag', 'resolutionFlag']

function textAsKept(note: string, world: World): string {
  const { newlines, emoji } = world.switches
  const lines =
    newlines === 'collapse'
      ? note.replace(/\r?\n|\r/g, ' ')
      : newlines === 'crlf'
        ? note.replace(/\r?\n/g, '\r\n')
        : note
  return emoji === 'question-marks' ? lines.replace(/[\u{10000}-\u{10ffff}]/gu, '??') : lines
}

function checkText(draft: Row, world: World, resource: string): FieldError[] {
  const limit = world.switches.noteTextLimit
  const body = text(draft, 'text')
  const error = (code: string, message: string) => [{ code, message, resource, field: 'text' }]
  if (body.trim() === '') return error('MissingRequiredField', 'The text field is required.')
  if (limit !== null && body.length > limit)
    return error('MaxLengthField', `The field text must be a string with a maximum length of ${limit}.`)
  if (world.switches.emoji === 'refuse' && /[\u{10000}-\u{10ffff}]/u.test(body))
    return error('InvalidField', 'The field text contains characters that cannot be stored.')
  return []
}

function checkTicket(ticket: Row | undefined, change: Change, resource: string): FieldError[] {
  const { world, verb } = change
  const board = rowOf(world, 'Board', refId(ticket?.fields.board))
  const locked = flag(board, 'discussionsLockedFlag') ? world.switches.lockedDiscussions : 'nothing'
  const error = (message: string) => [{ code: 'InvalidField', message, resource, field: 'ticketId' }]
  if (locked === 'everything' || (locked === 'edits' && verb !== 'create'))
    return error('The discussions of this service board are locked.')
  if (verb === 'create' && flag(ticket, 'closedFlag') && world.switches.notesOnClosedTickets === 'refuse')
    return error('Notes cannot be added to a closed ticket.')
  return []
}

function setAuthor(draft: Row, { world, caller, given }: Change): void {
  const own = memberByIdentifier(world, caller.member)
  const author = world.switches.authorFromMember ? rowOf(world, 'Member', refId(given.member)) : undefined
  const member = author ?? (refId(draft.fields.contact) === undefined ? own : undefined)
  draft.fields.member = member ? { id: member.id } : null
  draft.fields.createdBy = text(member ?? own, 'identifier')
}

function prepare(draft: Row, change: Change, resource: string): FieldError[] {
  const { world, verb, given } = change
  const ticket = rowOf(world, 'Ticket', num(draft, 'ticketId'))
  if (verb === 'create') {
    setAuthor(draft, change)
    draft.fields.dateCreated = timeOf(world)
    draft.fields.issueFlag ??= false
    draft.fields.customerUpdatedFlag ??= refId(draft.fields.contact) !== undefined
    draft.fields.processNotifications ??= true
  }
  for (const tab of tabs) draft.fields[tab] ??= false
  draft.fields.internalFlag = flag(draft, 'internalAnalysisFlag')
  draft.fields.externalFlag = flag(draft, 'detailDescriptionFlag') || flag(draft, 'resolutionFlag')
  const errors = [...checkTicket(ticket, change, resource), ...checkText(draft, world, resource)]
  if (typeof draft.fields.text === 'string') draft.fields.text = textAsKept(draft.fields.text, world)
  if (!tabs.some((tab) => flag(draft, tab)))
    errors.push({
      code: 'InvalidField',
      message: 'Please choose where to display the notes in order to save this record.',
      resource,
      field: 'detailDescriptionFlag',
    })
  const named = rowOf(world, 'Member', refId(given.member))
  if (named && flag(named, 'inactiveFlag') && world.switches.inactiveMemberOnNote === 'refuse')
    errors.push({
      code: 'InvalidField',
      message: `Member ${text(named, 'identifier')} is inactive.`,
      resource,
      field: 'member',
    })
  if (verb !== 'create') refuseForeign(change.before, world, change.caller)
  return errors
}

function refuseForeign(note: Row | undefined, world: World, caller: Caller): void {
  if (!world.switches.editOwnNotesOnly || text(note, 'createdBy') === caller.member) return
  throw notAllowed()
}

/** A change to a note counts as a change to its ticket. */
function touchTicket(row: Row, world: World, caller: Caller): void {
  const ticket = rowOf(world, 'Ticket', num(row, 'ticketId'))
  if (ticket) ticket.stamp = { ...ticket.stamp, lastUpdated: timeOf(world), updatedBy: caller.member }
}

function noteKind(service: boolean): Kind {
  const resource = service ? 'serviceNote' : 'ticketNote'
  return {
    schema: service ? 'ServiceNote' : 'TicketNote',
    table: 'ServiceNote',
    label: service ? 'Service Note' : 'Ticket Note',
    resource,
    path: (row) => `/${service ? 'service' : 'project'}/tickets/${num(row, 'ticketId')}/notes/${row.id}`,
    serverOwned: ['ticketId', 'dateCreated', 'createdBy', 'internalFlag', 'externalFlag', 'sentimentScore'],
    prepare: (draft, change) => prepare(draft, change, resource),
    saved(row, { world, caller, verb }) {
      touchTicket(row, world, caller)
      if (verb === 'create') mailNote(world, row)
    },
    removing(row, world, caller) {
      const ticket = rowOf(world, 'Ticket', num(row, 'ticketId'))
      const board = rowOf(world, 'Board', refId(ticket?.fields.board))
      if (flag(board, 'discussionsLockedFlag') && world.switches.lockedDiscussions !== 'nothing')
        throw new Refusal(400, 'InvalidObject', 'The discussions of this service board are locked.')
      refuseForeign(row, world, caller)
      touchTicket(row, world, caller)
    },
  }
}

function taskKind(service: boolean): Kind {
  return {
    schema: service ? 'ServiceTask' : 'TicketTask',
    table: 'ServiceTask',
    label: 'Task',
    resource: service ? 'serviceTask' : 'ticketTask',
    path: (row) => `/${service ? 'service' : 'project'}/tickets/${num(row, 'ticketId')}/tasks/${row.id}`,
    serverOwned: ['ticketId'],
    prepare(draft) {
      draft.fields.closedFlag ??= false
      return []
    },
  }
}

/** Notes and tasks of service tickets. */
export const serviceNoteKind = noteKind(true)
export const serviceTaskKind = taskKind(true)

/** Notes and tasks of project tickets. */
export const projectNoteKind = noteKind(false)
export const projectTaskKind = taskKind(false)

/** The kinds that stand for their tables. */
export const noteKinds: Kind[] = [serviceNoteKind, serviceTaskKind]
