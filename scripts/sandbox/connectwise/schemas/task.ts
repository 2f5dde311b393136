/** Tasks of a ticket. Notation: see `field.ts`. */

export const ServiceTask = {
  id: 'integer',
  ticketId: 'integer?',
  notes: 'string',
  closedFlag: 'boolean?',
  priority: 'integer?',
  schedule: 'ScheduleEntryReference',
  code: 'ServiceCodeReference',
  member: 'MemberReference',
  resolution: 'string',
  childScheduleAction: 'string?',
  childTicketId: 'integer?',
  summary: 'string',
  _info: 'info',
} as const

export const TicketTask = {
  id: 'integer',
  ticketId: 'integer?',
  notes: 'string',
  closedFlag: 'boolean?',
  priority: 'integer?',
  schedule: 'ScheduleEntryReference',
  code: 'ServiceCodeReference',
  member: 'MemberReference',
  resolution: 'string',
  summary: 'string',
  childScheduleAction: 'enum(Transfer|Delete|Done)?',
  childTicketId: 'integer?',
  _info: 'info',
} as const
