/** Schedule entries and their kinds. Notation: see `field.ts`. */

export const ScheduleEntry = {
  id: 'integer',
  objectId: 'integer?',
  name: 'string(250)',
  member: 'MemberReference',
  where: 'ServiceLocationReference',
  dateStart: 'datetime',
  dateEnd: 'datetime',
  reminder: 'ReminderReference',
  status: 'ScheduleStatusReference',
  type: 'ScheduleTypeReference!',
  span: 'ScheduleSpanReference',
  doneFlag: 'boolean?',
  acknowledgedFlag: 'boolean?',
  ownerFlag: 'boolean?',
  meetingFlag: 'boolean?',
  allowScheduleConflictsFlag: 'boolean?',
  addMemberToProjectFlag: 'boolean?',
  projectRoleId: 'integer?',
  mobileGuid: 'string?',
  acknowledgedDate: 'datetime',
  closeDate: 'datetime',
  notifyResource: 'boolean?',
  notificationSent: 'boolean?',
  notificationResponse: 'string',
  hours: 'number?',
  startTimeSet: 'boolean?',
  endTimeSet: 'boolean?',
  _info: 'info',
} as const

export const ScheduleType = {
  id: 'integer',
  name: 'string(50)!',
  identifier: 'string(1)!',
  chargeCode: 'ChargeCodeReference',
  where: 'ServiceLocationReference',
  systemFlag: 'boolean?',
  _info: 'info',
} as const

export const ScheduleStatus = {
  id: 'integer',
  name: 'string(30)!',
  defaultFlag: 'boolean?',
  showAsTentativeFlag: 'boolean?',
  _info: 'info',
} as const
