import { cwTime } from '../world/clock.ts'
import { type JsonObject, type Row, refId } from '../world/row.ts'
import { rowsOf } from '../world/world.ts'
import type { SeedNote, SeedTicket, SeedTime } from './shape.ts'
import type { Sower } from './sow.ts'
import { findContact } from './sow-people.ts'

/** Lays out one ticket with its notes, time, tasks, resources and configurations. */
export function sowTicket(sower: Sower, seed: SeedTicket): void {
  const { find, put, ago } = sower
  const board = find('Board', 'name', seed.board)
  const part = (table: string, name: string | undefined) =>
    name ? { id: find(table, 'name', name, (row) => refId(row.fields.board) === board.id).id } : null
  const company = find('Company', 'identifier', seed.company)
  const contact = seed.contact ? findContact(find, seed.contact) : undefined
  const agreement = rowsOf(sower.world, 'Agreement', (row) => refId(row.fields.company) === company.id)[0]
  const member = (identifier: string | undefined) =>
    identifier ? { id: find('Member', 'identifier', identifier).id } : null
  const entered = ago(seed.ago)
  const row = put(
    'Ticket',
    {
      summary: seed.summary,
      recordType: seed.project ? 'ProjectTicket' : 'ServiceTicket',
      board: { id: board.id },
      status: part('BoardStatus', seed.status),
      type: part('BoardType', seed.type),
      subType: part('BoardSubType', seed.subType),
      item: part('BoardItem', seed.item),
      team: seed.project
        ? null
        : part(
            'BoardTeam',
            rowsOf(sower.world, 'BoardTeam', (team) => refId(team.fields.board) === board.id).map((team) =>
              String(team.fields.name),
            )[0],
          ),
      company: { id: company.id },
      site: { id: company.id * 10 },
      siteName: 'Main',
      addressLine1: company.fields.addressLine1 ?? null,
      city: company.fields.city ?? null,
      zip: company.fields.zip ?? null,
      contact: contact ? { id: contact.id } : null,
      ...contactFields(sower, contact),
      owner: member(seed.owner),
      priority: { id: find('Priority', 'name', seed.priority).id },
      source: { id: find('Source', 'name', seed.source).id },
      agreement: agreement ? { id: agreement.id } : null,
      location: { id: 2 },
      department: { id: 10 },
      severity: 'Medium',
      impact: 'Medium',
      closedFlag: seed.closedAgo !== undefined,
      closedDate: seed.closedAgo === undefined ? null : ago(seed.closedAgo),
      closedBy: seed.closedAgo === undefined ? null : (seed.owner ?? 'apetrov'),
      automaticEmailContactFlag: seed.contact !== undefined,
      automaticEmailResourceFlag: false,
      automaticEmailCcFlag: false,
      allowAllClientsPortalView: false,
      customerUpdatedFlag: seed.notes.at(-1)?.by === 'contact' && seed.notes.length > 1,
      mobileGuid: sower.guid(),
      ...(seed.project ? projectFields(sower) : {}),
    },
    { id: seed.id, time: entered, by: seed.contact ? 'EmailConnector' : 'flowapi' },
  )
  const last = Math.min(seed.ago, seed.closedAgo ?? seed.ago, ...seed.notes.map((note) => note.ago))
  row.stamp = { ...row.stamp, lastUpdated: ago(last), updatedBy: seed.owner ?? row.stamp.enteredBy }
  seed.notes.forEach((note, index) => {
    sowNote(sower, row, note, contact, index === 0)
  })
  for (const time of seed.times ?? []) sowTime(sower, row, time)
  for (const task of seed.tasks ?? [])
    put(
      'ServiceTask',
      { ticketId: row.id, notes: task.text, closedFlag: task.done, priority: 1 },
      { time: entered },
    )
  for (const identifier of seed.resources ?? []) sowResource(sower, row, identifier, entered)
  for (const name of seed.configurations ?? [])
    put('TicketConfiguration', {
      ticketId: row.id,
      configurationId: find('CompanyConfiguration', 'name', name).id,
    })
  sower.world.trail.push({
    type: 'Ticket',
    id: row.id,
    text: `Service Ticket ${row.id} has been created.`,
    enteredDate: entered,
    enteredBy: row.stamp.enteredBy,
    auditSubType: 'Ticket',
  })
}

function contactFields({ world }: Sower, contact: Row | undefined): JsonObject {
  if (!contact) return {}
  const reach = (kind: string) =>
    rowsOf(
      world,
      'ContactCommunication',
      (row) => row.fields.contactId === contact.id && row.fields.communicationType === kind,
    )[0]?.fields.value ?? null
  return {
    contactName: `${contact.fields.firstName} ${contact.fields.lastName}`,
    contactPhoneNumber: reach('Phone'),
    contactEmailAddress: reach('Email'),
  }
}

function projectFields({ put }: Sower): JsonObject {
  put('Project', { name: 'Storage renewal' }, { id: 61 })
  put('ProjectPhase', { name: 'Migration' }, { id: 611 })
  return { project: { id: 61 }, phase: { id: 611 } }
}

function sowNote(sower: Sower, ticket: Row, note: SeedNote, contact: Row | undefined, first: boolean): void {
  const byContact = note.by === 'contact'
  const member = byContact ? undefined : sower.find('Member', 'identifier', note.by)
  const time = sower.ago(note.ago)
  sower.put(
    'ServiceNote',
    {
      ticketId: ticket.id,
      text: note.text,
      detailDescriptionFlag: note.tab === 'discussion',
      internalAnalysisFlag: note.tab === 'internal',
      resolutionFlag: note.tab === 'resolution',
      issueFlag: first && note.tab === 'discussion',
      member: member ? { id: member.id } : null,
      contact: byContact && contact ? { id: contact.id } : null,
      customerUpdatedFlag: byContact && !first,
      processNotifications: byContact,
      dateCreated: time,
      createdBy: byContact ? 'EmailConnector' : note.by,
      internalFlag: note.tab === 'internal',
      externalFlag: note.tab !== 'internal',
    },
    { time, by: byContact ? 'EmailConnector' : note.by },
  )
}

function sowTime(sower: Sower, ticket: Row, seed: SeedTime): void {
  const { find, put, ago } = sower
  const start = Date.parse(ago(seed.ago))
  const hours = Math.round((seed.minutes / 60) * 100) / 100
  const member = find('Member', 'identifier', seed.by)
  put(
    'TimeEntry',
    {
      chargeToId: ticket.id,
      chargeToType: ticket.fields.recordType ?? 'ServiceTicket',
      company: ticket.fields.company ?? null,
      ticket: { id: ticket.id },
      member: { id: member.id },
      locationId: 2,
      workType: { id: find('WorkType', 'name', seed.workType ?? 'Remote').id },
      workRole: member.fields.workRole ?? null,
      agreement: ticket.fields.agreement ?? null,
      timeStart: cwTime(start),
      timeEnd: cwTime(start + seed.minutes * 60_000),
      hoursDeduct: 0,
      actualHours: hours,
      billableOption: 'Billable',
      notes: seed.text,
      ...(seed.internal ? { internalNotes: seed.internal } : {}),
      addToDetailDescriptionFlag: seed.tab === 'discussion',
      addToInternalAnalysisFlag: seed.tab === 'internal',
      addToResolutionFlag: seed.tab === 'resolution',
      emailResourceFlag: false,
      emailContactFlag: false,
      emailCcFlag: false,
      status: seed.status ?? 'Open',
      enteredBy: seed.by,
      dateEntered: cwTime(start + seed.minutes * 60_000),
    },
    { time: cwTime(start + seed.minutes * 60_000), by: seed.by },
  )
}

function sowResource({ find, put }: Sower, ticket: Row, identifier: string, time: string): void {
  const company = refId(ticket.fields.company)
  put(
    'ScheduleEntry',
    {
      objectId: ticket.id,
      name: `${company} / Ticket# ${ticket.id} - ${ticket.fields.summary}`,
      member: { id: find('Member', 'identifier', identifier).id },
      type: { id: 4 },
      status: { id: 2 },
      doneFlag: false,
      ownerFlag: false,
    },
    { time, by: 'apetrov' },
  )
}
