/** Requests that travel together, and an impersonation token. Notation: see `field.ts`. */

export const BundleRequestsCollection = {
  requests: '[BundleRequest]!',
} as const

export const BundleRequest = {
  sequenceNumber: 'integer',
  resourceType: 'string',
  version: 'string',
  apiRequest: 'ApiRequest',
} as const

export const ApiRequest = {
  id: 'integer',
  externalId: 'string',
  parentId: 'integer?',
  grandParentId: 'integer?',
  entity: 'any',
  filters: 'FilterValues',
  page: 'PageValues',
  fields: 'string',
  miscProperties: 'any',
  memberContext: 'string',
  updateOnlyCesProperties: 'boolean',
} as const

export const PageValues = {
  page: 'integer?',
  pageSize: 'integer?',
  pageId: 'integer?',
} as const

export const BundleResultsCollection = {
  results: '[BundleResult]',
  _info: 'info',
} as const

export const BundleResult = {
  sequenceNumber: 'integer',
  resourceType: 'string',
  entities: '[any]',
  count: 'integer',
  version: 'string',
  success: 'boolean',
  statusCode: 'integer',
  error: 'ErrorResponseMessage',
} as const

export const Token = {
  publicKey: 'string',
  privateKey: 'string',
  expiration: 'string',
} as const
