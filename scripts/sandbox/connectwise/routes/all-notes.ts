import { fullName, type Kind } from '../kinds/kind.ts'
import { showReference, type View } from '../records/show-record.ts'
import { flag, type Json, type JsonObject, type Row, refId, text } from '../world/row.ts'
import { rowOf, rowsOf } from '../world/world.ts'

/**
 * The union of a ticket's notes and of the texts of its time entries, oldest first, with those of tickets merged into
 * it and of its children. A time entry's `notes` show by its addTo flags; its `internalNotes` show as an internal note
 * of the same id, if the switch is on.
 */
export function allNotes(view: View, ticketKind: Kind, ticket: Row): JsonObject[] {
  const merged = rowsOf(view.world, 'Ticket', (row) => refId(row.fields.mergedParentTicket) === ticket.id)
  const children = rowsOf(view.world, 'Ticket', (row) => row.fields.parentTicketId === ticket.id)
  return [
    ...ownNotes(view, ticket),
    ...merged.flatMap((row) => ownNotes(view, row, { mergedFlag: true })),
    ...children.flatMap((row) => ownNotes(view, row, { bundledFlag: true })),
  ]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ shown }) => (ticketKind.schema === 'Ticket' ? shown : asProjectNote(shown)))
}

function ownNotes(view: View, ticket: Row, flags: JsonObject = {}): { at: string; shown: JsonObject }[] {
  const { world } = view
  const notes = rowsOf(world, 'ServiceNote', (row) => row.fields.ticketId === ticket.id).map((row) => ({
    at: text(row, 'dateCreated'),
    shown: noteLine(view, ticket, row, 'TicketNote', text(row, 'text'), {
      detailDescriptionFlag: flag(row, 'detailDescriptionFlag'),
      internalAnalysisFlag: flag(row, 'internalAnalysisFlag'),
      resolutionFlag: flag(row, 'resolutionFlag'),
    }),
  }))
  const times = rowsOf(world, 'TimeEntry', (row) => row.fields.chargeToId === ticket.id).flatMap((row) =>
    timeLines(view, ticket, row).map((shown) => ({ at: text(row, 'dateEntered'), shown })),
  )
  return [...notes, ...times].map(({ at, shown }) => ({ at, shown: { ...shown, ...flags } }))
}

/** Project tickets have a shorter schema for the same lines. */
function asProjectNote(shown: JsonObject): JsonObject {
  const { isMarkdownFlag: _, createdByParentFlag: __, ...kept } = shown
  return kept
}

function timeLines(view: View, ticket: Row, row: Row): JsonObject[] {
  const flags = {
    detailDescriptionFlag: flag(row, 'addToDetailDescriptionFlag'),
    internalAnalysisFlag: flag(row, 'addToInternalAnalysisFlag'),
    resolutionFlag: flag(row, 'addToResolutionFlag'),
  }
  const lines: JsonObject[] = []
  if (text(row, 'notes') !== '' && Object.values(flags).some((shown) => shown))
    lines.push(noteLine(view, ticket, row, 'TimeEntryNote', text(row, 'notes'), flags))
  if (text(row, 'internalNotes') !== '' && view.world.switches.internalTimeNotesShown)
    lines.push(
      noteLine(view, ticket, row, 'TimeEntryNote', text(row, 'internalNotes'), {
        detailDescriptionFlag: false,
        internalAnalysisFlag: true,
        resolutionFlag: false,
      }),
    )
  return lines
}

function noteLine(
  view: View,
  ticket: Row,
  row: Row,
  noteType: 'TicketNote' | 'TimeEntryNote',
  body: string,
  flags: { detailDescriptionFlag: boolean; internalAnalysisFlag: boolean; resolutionFlag: boolean },
): JsonObject {
  const { world } = view
  const [member, contact] = [refId(row.fields.member), refId(row.fields.contact)]
  const people: Record<string, Json> = {}
  if (member !== undefined) people.member = showReference(view, 'MemberReference', member, 'member')
  if (contact !== undefined) people.contact = showReference(view, 'ContactReference', contact, 'contact')
  const author = rowOf(world, 'Member', member) ?? rowOf(world, 'Contact', contact)
  return {
    id: row.id,
    noteType,
    ticket: showReference(view, 'TicketReference', ticket.id, 'ticket'),
    text: body,
    isMarkdownFlag: world.switches.markdownFlag,
    ...flags,
    issueFlag: flag(row, 'issueFlag'),
    ...(noteType === 'TimeEntryNote'
      ? { timeStart: text(row, 'timeStart'), timeEnd: text(row, 'timeEnd') }
      : {}),
    bundledFlag: false,
    mergedFlag: false,
    createdByParentFlag: false,
    originalAuthor: fullName(author),
    ...people,
    _info: { ...row.stamp },
  }
}
