/** System information, hosted screens, audit trail, and the shapes of errors and requests. Notation: see `field.ts`. */

export const Info = {
  version: 'string',
  isCloud: 'boolean',
  serverTimeZone: 'string',
  licenseBits: '[LicenseBit]',
  cloudRegion: 'string',
  maxWorkFlowRecordsAllowed: 'integer',
} as const

export const LicenseBit = {
  name: 'string',
  activeFlag: 'boolean',
} as const

export const ConnectWiseHostedSetup = {
  id: 'integer',
  screenId: 'integer?!',
  description: 'string(50)!',
  url: 'string(1024)!',
  type: 'enum(Tab|Pod|ToolbarButton)?!',
  clientId: 'string(36)',
  origin: 'string(100)',
  podHeight: 'integer?',
  toolbarButtonDialogHeight: 'integer?',
  toolbarButtonDialogWidth: 'integer?',
  toolbarButtonText: 'string(50)',
  toolbarButtonToolTip: 'string(50)',
  toolbarButtonIconDocumentId: 'integer?',
  disabledFlag: 'boolean?',
  locationIds: '[integer]',
  locationsEnabledFlag: 'boolean?',
  createdBy: 'string',
  dateCreated: 'string',
  _info: 'info',
} as const

export const ConnectWiseHostedScreen = {
  id: 'integer',
  screenId: 'string',
  name: 'string',
} as const

export const AuditTrailEntry = {
  text: 'string',
  enteredDate: 'string',
  enteredBy: 'string',
  auditType: 'string',
  auditSubType: 'string',
  auditSource: 'string',
} as const

export const LocationInfo = {
  id: 'integer',
  name: 'string',
  location_flag: 'boolean',
  structureLevel: 'CorporateStructureLevelReference',
  _info: 'info',
} as const

export const Count = {
  count: 'integer',
} as const

export const PatchOperation = {
  op: 'string',
  path: 'string',
  value: 'any',
} as const

export const FilterValues = {
  conditions: 'string',
  orderBy: 'string',
  childconditions: 'string',
  customfieldconditions: 'string',
} as const

export const ErrorResponseMessage = {
  code: 'string',
  message: 'string',
  errors: '[ValidationError]',
} as const

export const ValidationError = {
  code: 'string',
  message: 'string',
  resource: 'string',
  field: 'string',
  details: 'string',
} as const

export const CustomFieldValue = {
  id: 'integer?',
  caption: 'string',
  type: 'enum(TextArea|Button|Currency|Date|Hyperlink|IPAddress|Checkbox|Number|Percent|Text|Password)?',
  entryMethod: 'enum(Date|EntryField|List|Option)?',
  numberOfDecimals: 'integer?',
  value: 'any',
  connectWiseId: 'string',
} as const

export const MemberOffice365 = {
  id: 'string',
  name: 'string',
} as const
