import { kindOf } from '../kinds/registry.ts'
import { notFound } from '../world/refusal.ts'
import { refId } from '../world/row.ts'
import { rowOf, type World } from '../world/world.ts'
import { type Api, addCollection, everyVerb, readVerbs, type Scope } from './collection.ts'

function onBoard(world: World, id: number): Scope {
  if (!rowOf(world, 'Board', id)) throw notFound('Service Board', id)
  return { holds: (row) => refId(row.fields.board) === id, fixed: { board: { id } } }
}

function ofContact(world: World, id: number): Scope {
  if (!rowOf(world, 'Contact', id)) throw notFound('Contact', id)
  return { holds: (row) => row.fields.contactId === id, fixed: { contactId: id } }
}

function ofCompany(world: World, id: number): Scope {
  if (!rowOf(world, 'Company', id)) throw notFound('Company', id)
  return { holds: (row) => refId(row.fields.company) === id, fixed: { company: { id } } }
}

const boardParts: [string, string][] = [
  ['statuses', 'BoardStatus'],
  ['types', 'BoardType'],
  ['subtypes', 'BoardSubType'],
  ['items', 'BoardItem'],
  ['teams', 'BoardTeam'],
]

const whole: [string, string][] = [
  ['/service/boards', 'Board'],
  ['/service/priorities', 'Priority'],
  ['/service/sources', 'Source'],
  ['/service/codes', 'Code'],
  ['/company/companies', 'Company'],
  ['/company/contacts', 'Contact'],
  ['/time/workTypes', 'WorkType'],
  ['/time/workRoles', 'WorkRole'],
  ['/time/ticketstopwatches', 'TicketStopwatch'],
  ['/schedule/entries', 'ScheduleEntry'],
  ['/system/connectwisehostedsetups', 'ConnectWiseHostedSetup'],
]

const readOnly: [string, string][] = [
  ['/finance/agreements', 'Agreement'],
  ['/company/communicationTypes', 'CommunicationType'],
  ['/schedule/types', 'ScheduleType'],
  ['/schedule/statuses', 'ScheduleStatus'],
  ['/company/configurations/types', 'ConfigurationType'],
  ['/company/configurations/statuses', 'ConfigurationStatus'],
]

/** Adds boards and their parts, the desk's tables, companies, contacts, configurations, schedule. */
export function addDesk(api: Api): void {
  for (const [segment, table] of boardParts)
    addCollection(api, {
      path: `/service/boards/:parent/${segment}`,
      kind: kindOf(table),
      verbs: everyVerb,
      scope: onBoard,
    })
  addCollection(api, {
    path: '/company/contacts/:parent/communications',
    kind: kindOf('ContactCommunication'),
    verbs: everyVerb,
    scope: ofContact,
  })
  addCollection(api, {
    path: '/company/companies/:parent/sites',
    kind: kindOf('CompanySite'),
    verbs: everyVerb,
    scope: ofCompany,
  })
  for (const [path, table] of readOnly) addCollection(api, { path, kind: kindOf(table), verbs: readVerbs })
  for (const [path, table] of whole) addCollection(api, { path, kind: kindOf(table), verbs: everyVerb })
  addCollection(api, {
    path: '/company/configurations',
    kind: kindOf('CompanyConfiguration'),
    verbs: everyVerb,
  })
}
