/** Small tables of the service desk. Notation: see `field.ts`. */

export const Priority = {
  id: 'integer',
  name: 'string(50)!',
  color: 'enum(Black|Blue|Cyan|Gray|Green|Lime|Orange|Pink|Purple|Red|White|Yellow|Custom)?!',
  sortOrder: 'integer?',
  defaultFlag: 'boolean?',
  imageLink: 'string',
  urgencySortOrder: 'string',
  level: 'enum(Critical|High|Medium|Low)?',
  _info: 'info',
} as const

export const Source = {
  id: 'integer',
  name: 'string(50)!',
  defaultFlag: 'boolean?',
  enteredBy: 'string',
  dateEntered: 'datetime',
  _info: 'info',
} as const

export const SourceInfo = {
  id: 'integer',
  name: 'string',
  defaultFlag: 'boolean?',
  _info: 'info',
} as const

export const Code = {
  id: 'integer',
  name: 'string(50)!',
  description: 'string!',
  boardId: 'integer?',
  locationId: 'integer?',
  businessUnitId: 'integer?',
  _info: 'info',
} as const
