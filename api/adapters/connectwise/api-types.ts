import { z } from 'zod'

/** What we need of ConnectWise's answers (spec 2025.1). More fields may come; those we can do without may be missing. */

const id = z.number().int()
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true)
const optionalId = z
  .number()
  .int()
  .nullish()
  .transform((value) => value ?? null)

const named = z.object({ id, name: text })
const reference = named.nullish().transform((value) => value ?? null)
const member = z
  .object({ id: optionalId, identifier: text, name: text })
  .nullish()
  .transform((value) => value ?? null)
const info = z
  .object({ lastUpdated: text, updatedBy: text, dateEntered: text, enteredBy: text })
  .nullish()
  .transform((value) => value ?? null)

export const companyInfoSchema = z.object({ Codebase: z.string().min(1) })

export const ticketSchema = z.object({
  id,
  summary: text,
  recordType: text,
  board: reference,
  status: reference,
  company: z.object({ id, identifier: text, name: text }),
  contact: reference,
  priority: reference,
  type: reference,
  subType: reference,
  item: reference,
  agreement: reference,
  owner: member,
  resources: text,
  severity: text,
  impact: text,
  closedFlag: flag,
  mergedParentTicket: z.object({ id }).nullish(),
  parentTicketId: optionalId,
  hasChildTicket: flag,
  hasMergedChildTicketFlag: flag,
  automaticEmailContactFlag: flag,
  automaticEmailResourceFlag: flag,
  automaticEmailCcFlag: flag,
  automaticEmailCc: text,
  _info: info,
})
export type CwTicket = z.output<typeof ticketSchema>

export const noteSchema = z.object({
  id,
  ticketId: optionalId,
  text,
  detailDescriptionFlag: flag,
  internalAnalysisFlag: flag,
  resolutionFlag: flag,
  member,
  contact: reference,
  dateCreated: text,
  createdBy: text,
  _info: info,
})
export type CwNote = z.output<typeof noteSchema>

export const ticketNoteSchema = z.object({
  id,
  noteType: text,
  text,
  detailDescriptionFlag: flag,
  internalAnalysisFlag: flag,
  resolutionFlag: flag,
  timeStart: text,
  dateCreated: text,
  originalAuthor: text,
  member,
  contact: reference,
  _info: info,
})
export type CwTicketNote = z.output<typeof ticketNoteSchema>

export const timeEntrySchema = z.object({
  id,
  chargeToId: optionalId,
  member,
  timeStart: text,
  workType: reference,
  workRole: reference,
  agreement: reference,
  billableOption: text,
  notes: text,
  addToDetailDescriptionFlag: flag,
  addToInternalAnalysisFlag: flag,
  addToResolutionFlag: flag,
  dateEntered: text,
  _info: info,
})
export type CwTimeEntry = z.output<typeof timeEntrySchema>

/** The same without an id: what the defaults call answers. */
export const timeDefaultsSchema = timeEntrySchema.omit({ id: true })
export type CwTimeDefaults = z.output<typeof timeDefaultsSchema>

export const boardSchema = z.object({ id, timeEntryLockedFlag: flag, discussionsLockedFlag: flag })

export const boardStatusSchema = z.object({
  id,
  name: z.string(),
  sortOrder: z.number().nullish(),
  inactive: flag,
  closedStatus: flag,
  timeEntryNotAllowed: flag,
  defaultFlag: flag,
  emailTemplate: z.unknown().optional(),
})
export type CwBoardStatus = z.output<typeof boardStatusSchema>

export const workTypeSchema = z.object({ id, name: z.string(), inactiveFlag: flag, overallDefaultFlag: flag })
export type CwWorkType = z.output<typeof workTypeSchema>

export const workRoleSchema = z.object({ id, name: z.string(), inactiveFlag: flag })
export type CwWorkRole = z.output<typeof workRoleSchema>

export const memberSchema = z.object({
  id,
  identifier: z.string().min(1),
  firstName: text,
  lastName: text,
  fullName: text,
  primaryEmail: text,
  officeEmail: text,
  defaultEmail: text,
  inactiveFlag: flag,
  timeZone: reference,
})
export type CwMember = z.output<typeof memberSchema>

export const configurationReferenceSchema = z.object({ id })

export const configurationSchema = z.object({
  id,
  name: z.string(),
  type: reference,
  osType: text,
  osInfo: text,
  ipAddress: text,
  macAddress: text,
  serialNumber: text,
  modelNumber: text,
  tagNumber: text,
  lastLoginName: text,
  remoteLink: text,
})
export type CwConfiguration = z.output<typeof configurationSchema>

export const contactSchema = z.object({
  id,
  firstName: text,
  lastName: text,
  title: text,
  defaultPhoneNbr: text,
  defaultPhoneExtension: text,
  communicationItems: z
    .array(z.object({ value: text, extension: text, defaultFlag: flag, communicationType: text }))
    .nullish()
    .transform((value) => value ?? []),
})
export type CwContact = z.output<typeof contactSchema>

/** `error` instead of `code`, and no `errors`, on the one odd 429. */
export const errorSchema = z
  .object({
    code: text,
    error: text,
    message: text,
    errors: z
      .array(z.object({ code: text, message: text, resource: text, field: text }))
      .nullish()
      .transform((value) => value ?? []),
  })
  .refine((body) => body.message !== null && (body.code !== null || body.error !== null))
export type CwError = z.output<typeof errorSchema>
