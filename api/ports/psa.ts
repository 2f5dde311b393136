/**
 * The ticket system, in our words. One object serves one team. Reads throw `PsaError`; writes never throw, since
 * what they report decides whether a text may be sent again.
 */
export interface Psa {
  /** Who a hosted pod's member authentication really belongs to; null where the ticket system refuses it. */
  verifyMember(claim: MemberClaim): Promise<PsaMember | null>
  /** A member by identifier, or by e-mail address. */
  findMember(by: { identifier: string } | { email: string }): Promise<PsaMember | null>

  /** Where people open the ticket. */
  ticketUrl(id: TicketId): string
  ticket(id: TicketId): Promise<Ticket | null>
  /** Every text on the ticket, notes and time entries alike, all pages, oldest first. Throws rather than return a part. */
  texts(id: TicketId): Promise<TicketText[]>
  /** One text as it stands now; null where the ticket has none under that id. Throws where that cannot be told. */
  text(of: TextId): Promise<TicketText | null>
  configurations(id: TicketId): Promise<Configuration[]>
  contact(id: number): Promise<Contact | null>
  /** Other tickets of the company (and of any of the configurations, where given), newest first, at most `limit`. */
  recentTickets(of: {
    company: number
    configurations?: readonly number[]
    except: number
    limit: number
  }): Promise<TicketSummary[]>
  /** Board tickets for a picker, newest first, of these companies only where any are named. */
  findTickets(query: {
    text?: string
    companies?: readonly number[]
    limit: number
  }): Promise<TicketSummary[]>

  /** What a board forbids. */
  boardLocks(board: number): Promise<BoardLocks>
  statuses(board: number): Promise<BoardStatus[]>
  workTypes(): Promise<Choice[]>
  workRoles(): Promise<Choice[]>
  /** What ConnectWise itself would fill in for such a time entry. */
  timeDefaults(input: { ticket: TicketId; member: string; start: string }): Promise<TimeDefaults>

  addNote(note: NewNote): Promise<WriteResult>
  addTimeEntry(entry: NewTimeEntry): Promise<WriteResult>
  setStatus(change: NewStatus): Promise<WriteResult>
  /** Removes one text for good; it does not look at it first. One that is gone already is refused as `not_found`. */
  removeText(removal: TextRemoval): Promise<RemovalResult>

  /** Each right that the product needs, tried one by one, in plain words. */
  checkRights(): Promise<RightCheck[]>
}

export interface TicketId {
  id: number
  kind: 'service' | 'project'
}

/** As a pod's host hands it over. Every field may be forged; only the ticket system can tell. */
export interface MemberClaim {
  memberId: string
  memberHash: string
  memberContext?: string
}

export interface PsaMember {
  id: number
  identifier: string
  name: string
  email: string | null
  inactive: boolean
  timeZone: string | null
}

export interface Named {
  id: number
  name: string
}

export type Choice = Named & { isDefault?: boolean }

export interface Ticket extends TicketId {
  summary: string
  board: Named
  status: Named & { closed: boolean }
  company: Named & { identifier: string }
  contact: Named | null
  priority: Named | null
  type: Named | null
  subType: Named | null
  item: Named | null
  agreement: Named | null
  owner: string | null
  /** Identifiers of the members assigned. */
  resources: string[]
  severity: string | null
  impact: string | null
  closed: boolean
  mergedInto: number | null
  parent: number | null
  hasChildren: boolean
  createdAt: string | null
  updatedAt: string | null
  updatedBy: string | null
  /** Who may be mailed by this ticket's settings when something is written to it. */
  mails: { contact: boolean; resources: boolean; cc: string | null }
}

/** A note, or the text of a time entry, as the ticket shows it. */
export interface TicketText {
  /** `note` and `time` have separate id ranges in ConnectWise. */
  kind: 'note' | 'time'
  id: number
  /** As people read it: plain blanks, \n line ends. */
  text: string
  /** Exactly as stored, where that differs from `text`: what a marker or a whole body is matched against. */
  raw?: string
  discussion: boolean
  internal: boolean
  resolution: boolean
  /** The member's identifier, or null for a text by the contact. */
  author: string | null
  authorName: string | null
  byContact: boolean
  createdAt: string | null
}

/** Where one text stands. */
export interface TextId {
  ticket: TicketId
  kind: 'note' | 'time'
  id: number
}

export type TextRemoval = TextId & { until?: number }

export interface Configuration {
  id: number
  name: string
  type: string | null
  osType: string | null
  osInfo: string | null
  ipAddress: string | null
  macAddress: string | null
  serialNumber: string | null
  modelNumber: string | null
  tagNumber: string | null
  lastLoginName: string | null
  remoteLink: string | null
}

export interface Contact {
  id: number
  firstName: string
  lastName: string
  title: string | null
  phone: string | null
  email: string | null
}

export interface TicketSummary extends TicketId {
  summary: string
  company: Named
  board: string
  status: string
  closed: boolean
  createdAt: string | null
  updatedAt: string | null
}

export interface BoardStatus extends Named {
  closed: boolean
  timeEntryAllowed: boolean
  isDefault: boolean
  /** The status has an e-mail template: choosing it may mail somebody. */
  mayMail: boolean
}

/** Locks of a whole board, whatever status its tickets stand on. */
export interface BoardLocks {
  /** No time can be entered on its tickets. */
  time: boolean
  /** Texts on its tickets cannot be changed; some ConnectWise systems refuse new ones too. */
  discussions: boolean
}

export type Billable = 'Billable' | 'DoNotBill' | 'NoCharge' | 'NoDefault'

export interface TimeDefaults {
  workType: Named | null
  workRole: Named | null
  agreement: Named | null
  billable: Billable | null
}

export interface Visibility {
  discussion: boolean
  internal: boolean
  resolution: boolean
}

export interface NewNote {
  ticket: TicketId
  text: string
  show: Visibility
  /** The author's identifier. */
  member: string
  /** Lets ConnectWise mail whoever its rules name. */
  notify: boolean
  /** No write begins after this, milliseconds since 1970: it is refused as `not_sent` then. */
  until?: number
}

export interface NewStatus {
  ticket: TicketId
  status: number
  notify: boolean
  until?: number
}

export interface NewTimeEntry {
  ticket: TicketId
  text: string
  show: Visibility
  member: string
  /** UTC, ISO 8601. */
  start: string
  end: string
  /** Minutes between start and end that were not worked, exact. */
  breakMinutes: number
  workType: number | null
  workRole: number | null
  agreement: number | null
  billable: Billable | null
  notify: boolean
  until?: number
}

/**
 * What became of a write. `refused` is certain: nothing was written. `ambiguous` is anything that leaves it open:
 * a time-out, a reset after the first byte, 5xx, a body that is not ConnectWise's JSON.
 */
export type WriteResult =
  | { outcome: 'written'; id: number; ticket: number; author: string | null; at: string | null }
  | { outcome: 'refused'; reason: RefusalReason; message: string; field?: string; retryAfterSeconds?: number }
  | { outcome: 'ambiguous'; message: string }

/** The same of a removal. */
export type RemovalResult = { outcome: 'removed' } | Exclude<WriteResult, { outcome: 'written' }>

export type RefusalReason =
  /** No byte left this machine, or a rate limit: the same write may simply be tried later. */
  | 'not_sent'
  | 'rate_limited'
  /** The ticket system said no to the content or to our rights. */
  | 'invalid'
  | 'not_found'
  | 'forbidden'
  | 'not_signed_in'
  | 'conflict'

export interface RightCheck {
  right: string
  ok: boolean
  /** What to do where it is missing, or what to look at where it could not be tried. */
  advice: string
  /** How it was found to be there: by a read, by a write that had to be refused, or it could not be tried. */
  tried?: 'read' | 'refused write' | 'not'
  /** What it is needed for, where not every team needs it; without it a team can connect all the same. */
  onlyFor?: string
}

/** A read that failed. `unavailable` may be tried again; the others need somebody to mend the connection. */
export class PsaError extends Error {
  readonly reason: 'unavailable' | 'rate_limited' | 'not_signed_in' | 'forbidden' | 'invalid'
  readonly retryAfterSeconds: number | undefined
  constructor(reason: PsaError['reason'], message: string, retryAfterSeconds?: number) {
    super(message)
    this.name = 'PsaError'
    this.reason = reason
    this.retryAfterSeconds = retryAfterSeconds
  }
}
