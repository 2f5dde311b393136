import { z } from 'zod'
import type { Switches } from '../world/switches.ts'

const limit = z.number().int().min(1)

/** Checks a change of switches; every switch must be here, the compiler sees to it. */
export const switchesSchema = z
  .strictObject({
    codebase: z.string().regex(/^v\d+_\d+(_release)?$/),
    missingClientId: z.literal([401, 403]),
    badKeys: z.enum(['unauthorized', 'not-authenticated', 'not-found']),
    uiHosts: z.array(z.string()),
    hashCallsOn: z.enum(['both', 'ui', 'api']),
    hashByBasic: z.boolean(),
    hashMinutes: z.number().min(0),
    refuseHashes: z.boolean(),
    requestsPerMinute: limit,
    denied: z.array(z.string()),
    noteTextLimit: limit.nullable(),
    newlines: z.enum(['keep', 'crlf', 'collapse']),
    emoji: z.enum(['keep', 'question-marks', 'refuse']),
    markdownFlag: z.boolean(),
    authorFromMember: z.boolean(),
    inactiveMemberOnNote: z.enum(['refuse', 'accept']),
    notesOnClosedTickets: z.enum(['accept', 'refuse']),
    lockedDiscussions: z.enum(['edits', 'everything', 'nothing']),
    editOwnNotesOnly: z.boolean(),
    internalTimeNotesShown: z.boolean(),
    billedHoursStep: z.number().min(0),
    mobileGuidKept: z.boolean(),
    unsetFields: z.enum(['omitted', 'null']),
    unknownFields: z.enum(['refuse', 'ignore']),
    allNotes: z.boolean(),
    allNotesOrder: z.boolean(),
    mergeAcrossCompanies: z.boolean(),
    searchKeysCaseSensitive: z.boolean(),
  } satisfies Record<keyof Switches, z.ZodType>)
  .partial()
