/**
 * Every endpoint of the sandbox and what each method answers, one path a line: `Ticket` is one record, `[Ticket]` a
 * paged list, `-` no body. A new record is answered 201; `POST:200` marks an action. Names in braces stand for a
 * record of the collection before them.
 */
const table = `
/service/tickets                                GET=[Ticket] POST=Ticket
/service/tickets/{id}                           GET=Ticket PUT=Ticket PATCH=Ticket DELETE=-
/service/tickets/count                          GET=Count
/service/tickets/info                           GET=[TicketInfo]
/service/tickets/info/count                     GET=Count
/service/tickets/calculateSla                   GET=[Ticket]
/service/tickets/changelogs                     GET=[TicketChangeLog] DELETE=-
/service/tickets/search                         POST:200=[Ticket]
/service/tickets/{id}/info                      GET=TicketInfo
/service/tickets/{id}/notes                     GET=[ServiceNote] POST=ServiceNote
/service/tickets/{id}/notes/count               GET=Count
/service/tickets/{id}/notes/{noteId}            GET=ServiceNote PUT=ServiceNote PATCH=ServiceNote DELETE=-
/service/tickets/{id}/allNotes                  GET=[ServiceTicketNote]
/service/tickets/{id}/configurations            GET=[ConfigurationReference] POST=ConfigurationReference
/service/tickets/{id}/configurations/count      GET=Count
/service/tickets/{id}/configurations/{configId} GET=ConfigurationReference DELETE=-
/service/tickets/{id}/tasks                     GET=[ServiceTask] POST=ServiceTask
/service/tickets/{id}/tasks/count               GET=Count
/service/tickets/{id}/tasks/{taskId}            GET=ServiceTask PUT=ServiceTask PATCH=ServiceTask DELETE=-
/service/tickets/{id}/documents                 GET=[DocumentReference]
/service/tickets/{id}/documents/count           GET=Count
/service/tickets/{id}/timeentries               GET=[TimeEntryReference]
/service/tickets/{id}/timeentries/count         GET=Count
/service/tickets/{id}/scheduleentries           GET=[ScheduleEntryReference]
/service/tickets/{id}/scheduleentries/count     GET=Count
/service/tickets/{id}/activities                GET=[ActivityReference]
/service/tickets/{id}/activities/count          GET=Count
/service/tickets/{id}/products                  GET=[ProductReference]
/service/tickets/{id}/products/count            GET=Count
/service/tickets/{id}/copy                      POST:200=Ticket
/service/tickets/{id}/merge                     POST:200=SuccessResponse
/service/tickets/{id}/attachChildren            POST:200=SuccessResponse
/service/tickets/{id}/convert                   POST:200=SuccessResponse
/project/tickets                                GET=[ProjectTicket] POST=ProjectTicket
/project/tickets/{id}                           GET=ProjectTicket PUT=ProjectTicket PATCH=ProjectTicket DELETE=-
/project/tickets/count                          GET=Count
/project/tickets/search                         POST:200=[ProjectTicket]
/project/tickets/{id}/notes                     GET=[TicketNote] POST=TicketNote
/project/tickets/{id}/notes/count               GET=Count
/project/tickets/{id}/notes/{noteId}            GET=TicketNote PUT=TicketNote PATCH=TicketNote DELETE=-
/project/tickets/{id}/allNotes                  GET=[ProjectTicketNote]
/project/tickets/{id}/configurations            GET=[ConfigurationReference] POST=ConfigurationReference
/project/tickets/{id}/configurations/count      GET=Count
/project/tickets/{id}/configurations/{configId} GET=ConfigurationReference DELETE=-
/project/tickets/{id}/tasks                     GET=[TicketTask] POST=TicketTask
/project/tickets/{id}/tasks/count               GET=Count
/project/tickets/{id}/tasks/{taskId}            GET=TicketTask PUT=TicketTask PATCH=TicketTask DELETE=-
/project/tickets/{id}/documents                 GET=[DocumentReference]
/project/tickets/{id}/documents/count           GET=Count
/project/tickets/{id}/timeentries               GET=[TimeEntryReference]
/project/tickets/{id}/timeentries/count         GET=Count
/project/tickets/{id}/scheduleentries           GET=[ScheduleEntryReference]
/project/tickets/{id}/scheduleentries/count     GET=Count
/project/tickets/{id}/activities                GET=[ActivityReference]
/project/tickets/{id}/activities/count          GET=Count
/project/tickets/{id}/products                  GET=[ProductReference]
/project/tickets/{id}/products/count            GET=Count
/project/tickets/{id}/convert                   POST:200=SuccessResponse
/service/boards                                 GET=[Board] POST=Board
/service/boards/count                           GET=Count
/service/boards/{id}                            GET=Board PUT=Board PATCH=Board DELETE=-
/service/boards/{id}/statuses                   GET=[BoardStatus] POST=BoardStatus
/service/boards/{id}/statuses/count             GET=Count
/service/boards/{id}/statuses/{partId}          GET=BoardStatus PUT=BoardStatus PATCH=BoardStatus DELETE=-
/service/boards/{id}/types                      GET=[BoardType] POST=BoardType
/service/boards/{id}/types/count                GET=Count
/service/boards/{id}/types/{partId}             GET=BoardType PUT=BoardType PATCH=BoardType DELETE=-
/service/boards/{id}/subtypes                   GET=[BoardSubType] POST=BoardSubType
/service/boards/{id}/subtypes/count             GET=Count
/service/boards/{id}/subtypes/{partId}          GET=BoardSubType PUT=BoardSubType PATCH=BoardSubType DELETE=-
/service/boards/{id}/items                      GET=[BoardItem] POST=BoardItem
/service/boards/{id}/items/count                GET=Count
/service/boards/{id}/items/{partId}             GET=BoardItem PUT=BoardItem PATCH=BoardItem DELETE=-
/service/boards/{id}/teams                      GET=[BoardTeam] POST=BoardTeam
/service/boards/{id}/teams/count                GET=Count
/service/boards/{id}/teams/{partId}             GET=BoardTeam PUT=BoardTeam PATCH=BoardTeam DELETE=-
/service/priorities                             GET=[Priority] POST=Priority
/service/priorities/count                       GET=Count
/service/priorities/{id}                        GET=Priority PUT=Priority PATCH=Priority DELETE=-
/service/sources                                GET=[Source] POST=Source
/service/sources/count                          GET=Count
/service/sources/{id}                           GET=Source PUT=Source PATCH=Source DELETE=-
/service/codes                                  GET=[Code] POST=Code
/service/codes/count                            GET=Count
/service/codes/{id}                             GET=Code PUT=Code PATCH=Code DELETE=-
/time/entries                                   GET=[TimeEntry] POST=TimeEntry
/time/entries/count                             GET=Count
/time/entries/{id}                              GET=TimeEntry PUT=TimeEntry PATCH=TimeEntry DELETE=-
/time/entries/defaults                          POST:200=TimeEntry
/time/ticketstopwatches                         GET=[TicketStopwatch] POST=TicketStopwatch
/time/ticketstopwatches/count                   GET=Count
/time/ticketstopwatches/{id}                    GET=TicketStopwatch PUT=TicketStopwatch PATCH=TicketStopwatch DELETE=-
/time/workTypes                                 GET=[WorkType] POST=WorkType
/time/workTypes/count                           GET=Count
/time/workTypes/info                            GET=[WorkTypeInfo]
/time/workTypes/info/count                      GET=Count
/time/workTypes/{id}                            GET=WorkType PUT=WorkType PATCH=WorkType DELETE=-
/time/workTypes/{id}/info                       GET=WorkTypeInfo
/time/workRoles                                 GET=[WorkRole] POST=WorkRole
/time/workRoles/count                           GET=Count
/time/workRoles/info                            GET=[WorkRoleInfo]
/time/workRoles/info/count                      GET=Count
/time/workRoles/{id}                            GET=WorkRole PUT=WorkRole PATCH=WorkRole DELETE=-
/time/workRoles/{id}/info                       GET=WorkRoleInfo
/schedule/entries                               GET=[ScheduleEntry] POST=ScheduleEntry
/schedule/entries/count                         GET=Count
/schedule/entries/{id}                          GET=ScheduleEntry PUT=ScheduleEntry PATCH=ScheduleEntry DELETE=-
/company/companies                              GET=[Company] POST=Company
/company/companies/count                        GET=Count
/company/companies/{id}                         GET=Company PUT=Company PATCH=Company DELETE=-
/company/contacts                               GET=[Contact] POST=Contact
/company/contacts/count                         GET=Count
/company/contacts/{id}                          GET=Contact PUT=Contact PATCH=Contact DELETE=-
/company/contacts/{id}/communications           GET=[ContactCommunication] POST=ContactCommunication
/company/contacts/{id}/communications/count     GET=Count
/company/contacts/{id}/communications/{itemId}  GET=ContactCommunication PUT=ContactCommunication PATCH=ContactCommunication DELETE=-
/company/configurations                         GET=[CompanyConfiguration] POST=CompanyConfiguration
/company/configurations/count                   GET=Count
/company/configurations/{id}                    GET=CompanyConfiguration PUT=CompanyConfiguration PATCH=CompanyConfiguration DELETE=-
/system/members                                 GET=[Member] POST=Member
/system/members/count                           GET=Count
/system/members/{id}                            GET=Member PUT=Member PATCH=Member
/system/members/{id}/deactivate                 POST:200=MemberDeactivation
/system/members/{memberIdentifier}/tokens       POST:200=Token
/system/info/members                            GET=[MemberInfo]
/system/info/members/count                      GET=Count
/system/info/members/{id}                       GET=MemberInfo
/system/myMembers                               GET=MyMember
/system/myMembers/info                          GET=MyMemberInfo
/system/audittrail                              GET=[AuditTrailEntry]
/system/audittrail/count                        GET=Count
/system/connectwisehostedsetups                 GET=[ConnectWiseHostedSetup] POST=ConnectWiseHostedSetup
/system/connectwisehostedsetups/count           GET=Count
/system/connectwisehostedsetups/{id}            GET=ConnectWiseHostedSetup PUT=ConnectWiseHostedSetup PATCH=ConnectWiseHostedSetup DELETE=-
/system/bundles                                 POST:200=BundleResultsCollection
/system/info                                    GET=Info
/system/connectWiseHostedScreens                GET=[ConnectWiseHostedScreen]
/system/connectWiseHostedScreens/count          GET=Count
/system/connectWiseHostedScreens/{id}           GET=ConnectWiseHostedScreen
/finance/agreements                             GET=[Agreement]
/finance/agreements/count                       GET=Count
/finance/agreements/{id}                        GET=Agreement
/company/communicationTypes                     GET=[CommunicationType]
/company/communicationTypes/count               GET=Count
/company/communicationTypes/{id}                GET=CommunicationType
/company/companies/{id}/sites                   GET=[CompanySite] POST=CompanySite
/company/companies/{id}/sites/count             GET=Count
/company/companies/{id}/sites/{siteId}          GET=CompanySite PUT=CompanySite PATCH=CompanySite DELETE=-
/company/configurations/types                   GET=[ConfigurationType]
/company/configurations/types/count             GET=Count
/company/configurations/types/{id}              GET=ConfigurationType
/company/configurations/statuses                GET=[ConfigurationStatus]
/company/configurations/statuses/count          GET=Count
/company/configurations/statuses/{id}           GET=ConfigurationStatus
/schedule/types                                 GET=[ScheduleType]
/schedule/types/count                           GET=Count
/schedule/types/{id}                            GET=ScheduleType
/schedule/statuses                              GET=[ScheduleStatus]
/schedule/statuses/count                        GET=Count
/schedule/statuses/{id}                         GET=ScheduleStatus
`

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** What one method of a path answers when all is well. */
export interface Endpoint {
  path: string
  method: Method
  status: 200 | 201 | 204
  /** Schema of the answer or of the list's entries; null without a body. */
  schema: string | null
  isList: boolean
}

/** Every method of every path, in the order of the table. */
export const endpoints: Endpoint[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [path = '', ...cells] = line.split(/\s+/)
    return cells.map((cell) => readCell(path, cell))
  })

/** Paths that belong to later parts of the product: nothing answers there yet. */
export const laterPaths = ['/system/documents', '/system/callbacks']

function readCell(path: string, cell: string): Endpoint {
  const [, name, isAction, answer = ''] = /^(\w+)(:200)?=(.+)$/.exec(cell) ?? []
  const method = methods.find((known) => known === name)
  if (!method) throw new Error(`Unreadable cell ${cell} of ${path}`)
  const status = method === 'DELETE' ? 204 : method === 'POST' && !isAction ? 201 : 200
  const schema = answer === '-' ? null : answer.replace(/[[\]]/g, '')
  return { path, method, status, schema, isList: answer.startsWith('[') }
}
