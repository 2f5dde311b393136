import type { Row } from '../world/row.ts'
import { agreementKinds } from './agreement.ts'
import { boardKinds } from './board.ts'
import { companyKinds } from './company.ts'
import type { Kind } from './kind.ts'
import { memberKind } from './member.ts'
import { noteKinds } from './note.ts'
import { scheduleKinds } from './schedule.ts'
import { projectTicketKind, serviceTicketKind } from './ticket.ts'
import { timeEntryKind } from './time-entry.ts'
import { timeTableKinds } from './time-table.ts'

const known: Kind[] = [
  ...agreementKinds,
  ...boardKinds,
  ...companyKinds,
  memberKind,
  ...noteKinds,
  ...scheduleKinds,
  serviceTicketKind,
  timeEntryKind,
  ...timeTableKinds,
]

const byTable = new Map(known.map((kind) => [kind.table, kind]))

/** Reference schemas whose table has another name than the reference. */
const targets: Record<string, string> = {
  AgreementReference: 'Agreement',
  ConfigurationReference: 'CompanyConfiguration',
  ServiceCodeReference: 'Code',
  ServiceItemReference: 'BoardItem',
  ServiceSourceReference: 'Source',
  ServiceStatusReference: 'BoardStatus',
  ServiceSubTypeReference: 'BoardSubType',
  ServiceTeamReference: 'BoardTeam',
  ServiceTypeReference: 'BoardType',
  SiteReference: 'CompanySite',
}

/** The table that a reference such as `BoardReference` points into. */
export function tableOf(referenceSchema: string): string {
  return targets[referenceSchema] ?? referenceSchema.replace(/Reference$/, '')
}

/** The kind of a row in a table; tables without an endpoint get a plain kind. */
export function kindOf(tableName: string, row?: Row): Kind {
  if (tableName === 'Ticket' && row?.fields.recordType === 'ProjectTicket') return projectTicketKind
  return (
    byTable.get(tableName) ?? {
      schema: `${tableName}Reference`,
      table: tableName,
      label: spaced(tableName),
      resource: tableName,
    }
  )
}

function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2')
}
