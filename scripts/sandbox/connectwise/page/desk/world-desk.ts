import { fullName, type Kind } from '../../kinds/kind.ts'
import { projectNoteKind, serviceNoteKind } from '../../kinds/note.ts'
import { kindOf } from '../../kinds/registry.ts'
import { timeEntryKind } from '../../kinds/time-entry.ts'
import { changeRecord } from '../../records/change-record.ts'
import { Refusal } from '../../world/refusal.ts'
import { flag, type JsonObject, num, type Row, refId, text } from '../../world/row.ts'
import { rowOf, rowsOf, type World } from '../../world/world.ts'
import type { Desk, DeskMember, HostedSetup, NewNote, NewTime, Saved, TicketKey } from './desk.ts'
import { ticketRow, ticketScreen } from './show-ticket.ts'

/** The hosted screens that carry a pod beside a ticket. */
const hostedScreens = { service: 4, project: 5 }
const defaultPodHeight = 520

/** The web client's view of a sandbox world. It writes as a signed-in person does; no fault touches it. */
export function worldDesk(worldOf: () => World): Desk {
  const find = (key: TicketKey) => {
    const row = rowOf(worldOf(), 'Ticket', key.id)
    return row && (row.fields.recordType === 'ProjectTicket') === (key.kind === 'project') ? row : undefined
  }
  const ticketsOf = (pass: (row: Row) => boolean) =>
    rowsOf(worldOf(), 'Ticket', pass)
      .map((row) => ticketRow(worldOf(), row))
      .toReversed()
  return {
    company: () => worldOf().company,
    codebase: () => `${worldOf().switches.codebase}/`,
    members: () =>
      rowsOf(
        worldOf(),
        'Member',
        (row) => !flag(row, 'inactiveFlag') && text(row, 'licenseClass') !== 'A',
      ).map((row) => deskMember(worldOf(), row)),
    tickets: () => ticketsOf(() => true),
    ticket(key) {
      const row = find(key)
      return row ? ticketScreen(worldOf(), row) : null
    },
    companyScreen(id) {
      const row = rowOf(worldOf(), 'Company', id)
      if (!row) return null
      return {
        id,
        name: text(row, 'name'),
        identifier: text(row, 'identifier'),
        phone: text(row, 'phoneNumber'),
        address: ['addressLine1', 'city', 'state', 'zip']
          .map((part) => text(row, part))
          .filter(Boolean)
          .join(', '),
        website: text(row, 'website'),
        tickets: ticketsOf((ticket) => JSON.stringify(ticket.fields.company) === JSON.stringify({ id })),
      }
    },
    hostedSetups: (kind) => hostedSetups(worldOf(), hostedScreens[kind]),
    saveTicket(key, changes, by) {
      const before = find(key)
      if (!before) return gone(key)
      const body: JsonObject = {}
      for (const [name, value] of Object.entries(changes)) {
        body[name] = typeof value === 'number' ? { id: value } : value
      }
      return change(worldOf(), by, { kind: kindOf('Ticket', before), verb: 'patch', body, before })
    },
    addNote(key, note, by) {
      const ticket = find(key)
      if (!ticket) return gone(key)
      const kind = key.kind === 'service' ? serviceNoteKind : projectNoteKind
      return change(worldOf(), by, {
        kind,
        verb: 'create',
        body: noteBody(note),
        fixed: { ticketId: ticket.id },
      })
    },
    addTime(key, time, by) {
      const ticket = find(key)
      if (!ticket) return gone(key)
      return change(worldOf(), by, { kind: timeEntryKind, verb: 'create', body: timeBody(ticket, time) })
    },
  }
}

function change(
  world: World,
  by: string,
  order: { kind: Kind; verb: 'create' | 'patch'; body: JsonObject; before?: Row; fixed?: JsonObject },
): Saved {
  try {
    changeRecord({ world, caller: { by: 'hash', member: by }, fixed: {}, path: 'web client', ...order })
    return { ok: true }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, messages: error.body.errors?.map((one) => one.message) ?? [error.message] }
  }
}

function noteBody(note: NewNote): JsonObject {
  return {
    text: note.text,
    detailDescriptionFlag: note.discussion,
    internalAnalysisFlag: note.internal,
    resolutionFlag: note.resolution,
    processNotifications: note.emailContact || note.emailResources || note.emailCc,
  }
}

function timeBody(ticket: Row, time: NewTime): JsonObject {
  return {
    chargeToId: ticket.id,
    chargeToType: ticket.fields.recordType ?? 'ServiceTicket',
    timeStart: time.start,
    timeEnd: time.end,
    notes: time.text,
    workType: time.workType === null ? null : { id: time.workType },
    workRole: time.workRole === null ? null : { id: time.workRole },
    billableOption: time.billable,
    addToDetailDescriptionFlag: time.discussion,
    addToInternalAnalysisFlag: time.internal,
    addToResolutionFlag: time.resolution,
    emailContactFlag: time.emailContact,
    emailResourceFlag: time.emailResources,
    emailCcFlag: time.emailCc,
  }
}

function gone(key: TicketKey): Saved {
  return { ok: false, messages: [`Ticket ${key.id} no longer exists.`] }
}

function deskMember(world: World, row: Row): DeskMember {
  return {
    identifier: text(row, 'identifier'),
    name: fullName(row),
    title: text(row, 'title'),
    email: text(row, 'officeEmail') || text(row, 'primaryEmail'),
    timeZone: text(rowOf(world, 'TimeZoneSetup', refId(row.fields.timeZone)), 'name'),
  }
}

function hostedSetups(world: World, screen: number): HostedSetup[] {
  const pass = (row: Row) =>
    num(row, 'screenId') === screen && text(row, 'type') === 'Pod' && !flag(row, 'disabledFlag')
  return rowsOf(world, 'ConnectWiseHostedSetup', pass).map((row) => ({
    id: row.id,
    description: text(row, 'description'),
    url: text(row, 'url'),
    origin: text(row, 'origin'),
    height: num(row, 'podHeight') || defaultPodHeight,
  }))
}
