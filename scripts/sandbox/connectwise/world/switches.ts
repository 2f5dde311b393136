/**
 * Where the real service's behaviour is unknown or differs between versions, a switch chooses. The defaults
 * are the stricter or the better attested answer. All can be set over HTTP, see `control/`.
 */
export interface Switches {
  /** Segment of versioned paths, without the slash. Changing it makes the old path answer an HTML 404. */
  codebase: string
  /** Status for a missing `clientId`: 401 as on the cloud, 403 as on premises. */
  missingClientId: 401 | 403
  /** Wrong keys: which of the attested bodies, or a bare 404. */
  badKeys: 'unauthorized' | 'not-authenticated' | 'not-found'
  /** Host names on which API calls are refused with "SSL is required." */
  uiHosts: string[]
  /** Where calls that carry a member hash are answered. */
  hashCallsOn: 'both' | 'ui' | 'api'
  /** Whether Basic with the member hash is understood, or only the cookie. */
  hashByBasic: boolean
  /** Minutes for which a member hash works. */
  hashMinutes: number
  /** Refuse every member hash. */
  refuseHashes: boolean
  /** Requests per key and minute; above, 429. */
  requestsPerMinute: number
  /** Calls refused with the 403 body: `METHOD path`, with `*` for one segment and `**` for the rest. */
  denied: string[]
  /** Longest note text in characters; null means no limit. */
  noteTextLimit: number | null
  /** What becomes of line ends in notes. */
  newlines: 'keep' | 'crlf' | 'collapse'
  /** What becomes of emoji and other astral characters in notes. */
  emoji: 'keep' | 'question-marks' | 'refuse'
  /** The `isMarkdownFlag` of notes in allNotes. */
  markdownFlag: boolean
  /** Whether `member` on a note or time entry is honoured as its author for API keys. */
  authorFromMember: boolean
  /** Whether a note for an inactive member is refused. */
  inactiveMemberOnNote: 'refuse' | 'accept'
  /** Whether a note can be added to a closed ticket. */
  notesOnClosedTickets: 'accept' | 'refuse'
  /** What a board with `discussionsLockedFlag` refuses. */
  lockedDiscussions: 'edits' | 'everything' | 'nothing'
  /** Whether members may only edit and delete their own notes. */
  editOwnNotesOnly: boolean
  /** Whether `internalNotes` of a time entry show in allNotes. */
  internalTimeNotesShown: boolean
  /** Hours to which agreement time is rounded up when billed; 0 means no rounding. */
  billedHoursStep: number
  /** Whether `mobileGuid` survives a round trip. */
  mobileGuidKept: boolean
  /** Whether an unset field is left out of answers or written as null. */
  unsetFields: 'omitted' | 'null'
  /** Whether a field that does not exist is ignored or refused in a body. */
  unknownFields: 'refuse' | 'ignore'
  /** Whether allNotes exists; old versions answer 404. */
  allNotes: boolean
  /** Whether orderBy on allNotes is obeyed. */
  allNotesOrder: boolean
  /** Whether a ticket can be merged into one of another company. */
  mergeAcrossCompanies: boolean
  /** Whether the keys of a search body must be spelt `childConditions` (true) or any case is taken. */
  searchKeysCaseSensitive: boolean
}

/** The answers the sandbox starts with. */
export const defaultSwitches: Switches = {
  codebase: 'v2025_1',
  missingClientId: 401,
  badKeys: 'unauthorized',
  uiHosts: [],
  hashCallsOn: 'both',
  hashByBasic: true,
  hashMinutes: 60,
  refuseHashes: false,
  requestsPerMinute: 1000,
  denied: [],
  noteTextLimit: null,
  newlines: 'keep',
  emoji: 'keep',
  markdownFlag: true,
  authorFromMember: true,
  inactiveMemberOnNote: 'refuse',
  notesOnClosedTickets: 'accept',
  lockedDiscussions: 'edits',
  editOwnNotesOnly: false,
  internalTimeNotesShown: true,
  billedHoursStep: 0.25,
  mobileGuidKept: true,
  unsetFields: 'omitted',
  unknownFields: 'refuse',
  allNotes: true,
  allNotesOrder: true,
  mergeAcrossCompanies: false,
  searchKeysCaseSensitive: false,
}
