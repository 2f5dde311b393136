/** References: the short form in which one record names another. Notation: see `field.ts`. */

export const AgreementReference = {
  id: 'integer?',
  name: 'string',
  type: 'string',
  chargeFirmFlag: 'boolean?',
  _info: 'info',
} as const

export const CompanyReference = {
  id: 'integer?',
  identifier: 'string',
  name: 'string',
  _info: 'info',
} as const

export const ConfigurationReference = {
  id: 'integer?',
  deviceIdentifier: 'string',
  _info: 'info',
} as const

export const CountryReference = {
  id: 'integer?',
  identifier: 'string',
  name: 'string',
  _info: 'info',
} as const

export const CurrencyReference = {
  id: 'integer?',
  symbol: 'string',
  currencyCode: 'string',
  decimalSeparator: 'string',
  numberOfDecimals: 'integer',
  thousandsSeparator: 'string',
  negativeParenthesesFlag: 'boolean',
  displaySymbolFlag: 'boolean',
  currencyIdentifier: 'string',
  displayIdFlag: 'boolean',
  rightAlign: 'boolean',
  name: 'string',
  _info: 'info',
} as const

export const InvoiceReference = {
  id: 'integer?',
  identifier: 'string',
  billingType: 'string',
  applyToType: 'string',
  invoiceDate: 'string',
  chargeFirmFlag: 'boolean?',
  _info: 'info',
} as const

export const LdapConfigurationReference = {
  id: 'integer?',
  name: 'string',
  server: 'string',
  _info: 'info',
} as const

export const MemberReference = {
  id: 'integer?',
  identifier: 'string',
  name: 'string',
  dailyCapacity: 'number?',
  _info: 'info',
} as const

export const MemberSsoSettingsReference = {
  id: 'integer?',
  ssoUserId: 'string',
  userName: 'string',
  email: 'string',
  _info: 'info',
} as const

export const PriorityReference = {
  id: 'integer?',
  name: 'string',
  sort: 'integer?',
  level: 'string',
  _info: 'info',
} as const

export const ProductReference = {
  id: 'integer?',
  description: 'string',
  _info: 'info',
} as const

export const ScheduleEntryReference = {
  id: 'integer?',
  description: 'string',
  _info: 'info',
} as const

export const ScheduleSpanReference = {
  id: 'integer?',
  identifier: 'string',
  _info: 'info',
} as const

export const ScheduleTypeReference = {
  id: 'integer?',
  identifier: 'string',
  _info: 'info',
} as const

export const ServiceEmailTemplateReference = {
  id: 'integer?',
  identifier: 'string',
  name: 'string',
  type: 'string',
  _info: 'info',
} as const

export const ServiceStatusReference = {
  id: 'integer?',
  name: 'string',
  sort: 'integer?',
  _info: 'info',
} as const

export const StateReference = {
  id: 'integer?',
  identifier: 'string',
  name: 'string',
  _info: 'info',
} as const

export const StatusIndicatorReference = {
  id: 'integer?',
  identifier: 'string',
  name: 'string',
  _info: 'info',
} as const

export const SystemDepartmentReference = {
  id: 'integer?',
  identifier: 'string',
  name: 'string',
  _info: 'info',
} as const

export const TicketReference = {
  id: 'integer?',
  summary: 'string',
  _info: 'info',
} as const

export const TimeEntryReference = {
  id: 'integer?',
  _info: 'info',
} as const

export const WarehouseReference = {
  id: 'integer?',
  name: 'string',
  lockedFlag: 'boolean',
  _info: 'info',
} as const

export const WorkTypeReference = {
  id: 'integer?',
  name: 'string',
  utilizationFlag: 'boolean?',
  _info: 'info',
} as const
