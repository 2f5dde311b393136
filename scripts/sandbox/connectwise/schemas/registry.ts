import * as agreement from './agreement.ts'
import * as board from './board.ts'
import * as bundle from './bundle.ts'
import * as company from './company.ts'
import * as configuration from './configuration.ts'
import * as contact from './contact.ts'
import { type Field, parseField } from './field.ts'
import * as member from './member.ts'
import * as memberDeactivation from './member-deactivation.ts'
import * as myMember from './my-member.ts'
import * as note from './note.ts'
import { plainReference, plainReferences } from './plain-reference.ts'
import * as projectTicket from './project-ticket.ts'
import * as reference from './reference.ts'
import * as schedule from './schedule.ts'
import * as serviceTable from './service-table.ts'
import * as system from './system.ts'
import * as task from './task.ts'
import * as ticket from './ticket.ts'
import * as ticketAction from './ticket-action.ts'
import * as time from './time.ts'

/** The fields of one schema by name, in the order in which answers list them. */
export type Schema = ReadonlyMap<string, Field>

const parse = (fields: Record<string, string>): Schema =>
  new Map(Object.entries(fields).map(([name, notation]) => [name, parseField(notation)]))

const files: Record<string, Record<string, string>>[] = [
  agreement,
  board,
  bundle,
  company,
  configuration,
  contact,
  member,
  memberDeactivation,
  myMember,
  note,
  projectTicket,
  reference,
  schedule,
  serviceTable,
  system,
  task,
  ticket,
  ticketAction,
  time,
]

const plain = parse(plainReference)

/** Tickets can be searched by a configuration that their answers do not carry. */
const searchOnly = { configuration: 'ConfigurationReference' }

/** Every schema of the sandbox by its ConnectWise name (API specification 2025.1). */
export const schemas: ReadonlyMap<string, Schema> = new Map([
  ...plainReferences.map((name): [string, Schema] => [name, plain]),
  ['TicketSearch', parse({ ...ticket.Ticket, ...searchOnly })],
  ['ProjectTicketSearch', parse({ ...projectTicket.ProjectTicket, ...searchOnly })],
  ...files.flatMap((file) =>
    Object.entries(file).map(([name, fields]): [string, Schema] => [name, parse(fields)]),
  ),
])

/** One schema by name. Throws for a name that is not in the registry. */
export function schemaOf(name: string): Schema {
  const schema = schemas.get(name)
  if (!schema) throw new Error(`No schema named ${name}`)
  return schema
}
