import { fullName } from '../../kinds/kind.ts'
import { flag, num, type Row, refId, text } from '../../world/row.ts'
import { rowOf, rowsOf, type World } from '../../world/world.ts'
import type { NoteRow } from './desk.ts'

/** Every text of a ticket as its screen lists it: notes, and what time entries show by their flags; oldest first. */
export function showNotes(world: World, ticket: Row): NoteRow[] {
  const notes = rowsOf(world, 'ServiceNote', (row) => num(row, 'ticketId') === ticket.id)
  const times = rowsOf(
    world,
    'TimeEntry',
    (row) => num(row, 'chargeToId') === ticket.id && row.fields.chargeToType === ticket.fields.recordType,
  )
  return [
    ...notes.map((row) => noteRow(world, row)),
    ...times.flatMap((row) => timeRows(world, row)),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
}

function noteRow(world: World, row: Row): NoteRow {
  const contact = rowOf(world, 'Contact', refId(row.fields.contact))
  const member = rowOf(world, 'Member', refId(row.fields.member))
  return {
    key: `note-${row.id}`,
    source: 'note',
    text: text(row, 'text'),
    markdown: world.switches.markdownFlag,
    discussion: flag(row, 'detailDescriptionFlag'),
    internal: flag(row, 'internalAnalysisFlag'),
    resolution: flag(row, 'resolutionFlag'),
    issue: flag(row, 'issueFlag'),
    author: fullName(member ?? contact) || text(row, 'createdBy'),
    byContact: member === undefined && contact !== undefined,
    at: text(row, 'dateCreated') || row.stamp.dateEntered,
    timeStart: null,
    timeEnd: null,
    hours: null,
  }
}

function timeRows(world: World, row: Row): NoteRow[] {
  const shared = {
    source: 'time' as const,
    markdown: world.switches.markdownFlag,
    issue: false,
    author: fullName(rowOf(world, 'Member', refId(row.fields.member))) || text(row, 'enteredBy'),
    byContact: false,
    at: text(row, 'dateEntered') || row.stamp.dateEntered,
    timeStart: text(row, 'timeStart') || null,
    timeEnd: text(row, 'timeEnd') || null,
    hours: num(row, 'actualHours') ?? null,
  }
  const shown: NoteRow = {
    ...shared,
    key: `time-${row.id}`,
    text: text(row, 'notes'),
    discussion: flag(row, 'addToDetailDescriptionFlag'),
    internal: flag(row, 'addToInternalAnalysisFlag'),
    resolution: flag(row, 'addToResolutionFlag'),
  }
  const rows = shown.text !== '' && (shown.discussion || shown.internal || shown.resolution) ? [shown] : []
  const internal = text(row, 'internalNotes')
  if (internal === '' || !world.switches.internalTimeNotesShown) return rows
  const below: NoteRow = {
    ...shared,
    key: `time-${row.id}-internal`,
    text: internal,
    discussion: false,
    internal: true,
    resolution: false,
  }
  return [...rows, below]
}
