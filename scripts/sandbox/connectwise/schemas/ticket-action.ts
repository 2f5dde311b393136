/** The light ticket, the change log, and the bodies of a ticket's actions. Notation: see `field.ts`. */

export const TicketInfo = {
  id: 'integer',
  summary: 'string',
  company: 'CompanyReference',
  _info: 'info',
} as const

export const TicketChangeLog = {
  id: 'integer',
  partnerId: 'string',
  productInstanceId: 'string',
  action: 'string',
  boardId: 'integer?',
  boardName: 'string',
  companyIdentifier: 'integer?',
  companyName: 'string',
  contactId: 'integer?',
  contactName: 'string',
  impact: 'string',
  ownerIdentifier: 'integer?',
  priorityId: 'integer?',
  priorityLevel: 'string',
  priorityName: 'string',
  prioritySort: 'integer?',
  resourceList: 'string',
  severity: 'string',
  slaName: 'string',
  slaStatus: 'string',
  status: 'string',
  summary: 'string',
  teamName: 'string',
  ticketNumber: 'integer?',
  recordType: 'string',
  ticketOwner: 'string',
  closedFlag: 'boolean?',
  customerUpdatedFlag: 'boolean?',
  processingStatus: 'string',
  parentTicketId: 'integer?',
  mergedParentTicketId: 'integer?',
  _info: 'info',
} as const

export const TicketMerge = {
  mergeTicketIds: '[integer]!',
  status: 'ServiceStatusReference!',
} as const

export const TicketBundle = {
  childTicketIds: '[integer]',
} as const

export const ConvertToProject = {
  id: 'integer',
  recordType: 'enum(ProjectIssue|ProjectTicket|ServiceTicket)?',
  project: 'ProjectReference',
  phase: 'ProjectPhaseReference!',
  wbsCode: 'string!',
} as const

export const ConvertItem = {
  id: 'integer',
  recordType: 'enum(ProjectIssue|ProjectTicket|ServiceTicket)?!',
  project: 'ProjectReference',
  phase: 'ProjectPhaseReference',
  wbsCode: 'string',
} as const

export const SuccessResponse = {
  success: 'boolean',
  message: 'string',
} as const
