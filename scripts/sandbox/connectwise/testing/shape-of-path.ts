import { checkShape } from '../schemas/check-shape.ts'

/** Which schema the answer of a path follows: pattern below `apis/3.0` to schema name. */
const shapes: [RegExp, string][] = [
  [/\/count$/, 'Count'],
  [/^\/service\/tickets(\/search|\/\d+)?$/, 'Ticket'],
  [/^\/project\/tickets(\/search|\/\d+)?$/, 'ProjectTicket'],
  [/^\/service\/tickets\/\d+\/notes(\/\d+)?$/, 'ServiceNote'],
  [/^\/project\/tickets\/\d+\/notes(\/\d+)?$/, 'TicketNote'],
  [/^\/service\/tickets\/\d+\/allNotes$/, 'ServiceTicketNote'],
  [/^\/project\/tickets\/\d+\/allNotes$/, 'ProjectTicketNote'],
  [/^\/service\/tickets\/\d+\/tasks(\/\d+)?$/, 'ServiceTask'],
  [/^\/project\/tickets\/\d+\/tasks(\/\d+)?$/, 'TicketTask'],
  [/\/tickets\/\d+\/configurations(\/\d+)?$/, 'ConfigurationReference'],
  [/\/tickets\/\d+\/timeentries$/, 'TimeEntryReference'],
  [/\/tickets\/\d+\/scheduleentries$/, 'ScheduleEntryReference'],
  [/\/tickets\/\d+\/documents$/, 'DocumentReference'],
  [/^\/service\/boards(\/\d+)?$/, 'Board'],
  [/^\/service\/boards\/\d+\/statuses(\/\d+)?$/, 'BoardStatus'],
  [/^\/service\/boards\/\d+\/types(\/\d+)?$/, 'BoardType'],
  [/^\/service\/boards\/\d+\/subtypes(\/\d+)?$/, 'BoardSubType'],
  [/^\/service\/boards\/\d+\/items(\/\d+)?$/, 'BoardItem'],
  [/^\/service\/boards\/\d+\/teams(\/\d+)?$/, 'BoardTeam'],
  [/^\/service\/priorities(\/\d+)?$/, 'Priority'],
  [/^\/service\/sources(\/\d+)?$/, 'Source'],
  [/^\/service\/codes(\/\d+)?$/, 'Code'],
  [/^\/time\/entries(\/defaults|\/\d+)?$/, 'TimeEntry'],
  [/^\/time\/workTypes(\/\d+)?$/, 'WorkType'],
  [/^\/time\/workTypes\/info$/, 'WorkTypeInfo'],
  [/^\/time\/workRoles(\/\d+)?$/, 'WorkRole'],
  [/^\/time\/workRoles\/info$/, 'WorkRoleInfo'],
  [/^\/time\/ticketstopwatches(\/\d+)?$/, 'TicketStopwatch'],
  [/^\/schedule\/entries(\/\d+)?$/, 'ScheduleEntry'],
  [/^\/schedule\/types(\/\d+)?$/, 'ScheduleType'],
  [/^\/schedule\/statuses(\/\d+)?$/, 'ScheduleStatus'],
  [/^\/company\/companies(\/\d+)?$/, 'Company'],
  [/^\/company\/companies\/\d+\/sites(\/\d+)?$/, 'CompanySite'],
  [/^\/company\/contacts(\/\d+)?$/, 'Contact'],
  [/^\/company\/contacts\/\d+\/communications(\/\d+)?$/, 'ContactCommunication'],
  [/^\/company\/communicationTypes(\/\d+)?$/, 'CommunicationType'],
  [/^\/company\/configurations(\/\d+)?$/, 'CompanyConfiguration'],
  [/^\/company\/configurations\/types(\/\d+)?$/, 'ConfigurationType'],
  [/^\/company\/configurations\/statuses(\/\d+)?$/, 'ConfigurationStatus'],
  [/^\/finance\/agreements(\/\d+)?$/, 'Agreement'],
  [/^\/system\/members(\/[\w-]+)?$/, 'Member'],
  [/^\/system\/info\/members(\/[\w-]+)?$/, 'MemberInfo'],
  [/^\/system\/info$/, 'Info'],
  [/^\/system\/myMembers$/, 'MyMember'],
  [/^\/system\/myMembers\/info$/, 'MyMemberInfo'],
  [/^\/system\/audittrail$/, 'AuditTrailEntry'],
  [/^\/system\/connectwisehostedsetups(\/\d+)?$/, 'ConnectWiseHostedSetup'],
  [/^\/system\/connectWiseHostedScreens(\/\d+)?$/, 'ConnectWiseHostedScreen'],
]

/**
 * Compares a JSON answer with the schema of its path; errors other than 429 with that of errors. Answers the
 * departures. Throws for a path that no schema is known for, so that no answer goes unchecked.
 */
export function checkAnswer(path: string, status: number, body: unknown): string[] {
  if (status === 429) return []
  if (status >= 400) return checkShape('ErrorResponseMessage', body)
  const schema = shapes.find(([pattern]) => pattern.test(path))?.[1]
  if (!schema) throw new Error(`No schema is known for the answers of ${path}`)
  return Array.isArray(body) ? body.flatMap((record) => checkShape(schema, record)) : checkShape(schema, body)
}
