/** What the web client shows and changes. Times are ConnectWise's: UTC, `yyyy-MM-ddTHH:mm:ssZ`. */

export interface Choice {
  id: number
  name: string
}

export interface TicketKey {
  id: number
  kind: 'service' | 'project'
}

export interface DeskMember {
  identifier: string
  name: string
  title: string
  email: string
  timeZone: string
}

/** A hosted set-up as the screen needs it. */
export interface HostedSetup {
  id: number
  description: string
  url: string
  origin: string
  height: number
}

export interface TicketRow extends TicketKey {
  board: string
  summary: string
  company: string
  contact: string
  status: string
  closed: boolean
  priority: string
  type: string
  resources: string
  enteredAt: string
  updatedAt: string
}

export interface NoteRow {
  key: string
  source: 'note' | 'time'
  text: string
  markdown: boolean
  discussion: boolean
  internal: boolean
  resolution: boolean
  /** The first note of a ticket: its initial description. */
  issue: boolean
  author: string
  byContact: boolean
  at: string
  timeStart: string | null
  timeEnd: string | null
  hours: number | null
}

export interface TicketScreen extends TicketKey {
  summary: string
  company: Choice & { identifier: string }
  site: string
  contact: (Choice & { phone: string; email: string }) | null
  board: Choice
  status: Choice
  type: Choice | null
  subType: Choice | null
  item: Choice | null
  priority: Choice | null
  agreement: string
  source: string
  severity: string
  impact: string
  owner: string
  /** Identifiers of the members assigned, separated by commas. */
  resources: string
  emailContact: boolean
  emailResources: boolean
  emailCc: string
  closed: boolean
  enteredAt: string
  enteredBy: string
  updatedAt: string
  updatedBy: string
  mergedInto: number | null
  notes: NoteRow[]
  choices: {
    statuses: (Choice & { closed: boolean; timeEntryAllowed: boolean })[]
    types: Choice[]
    subTypes: Choice[]
    items: Choice[]
    priorities: Choice[]
    workTypes: Choice[]
    workRoles: Choice[]
  }
}

/** The fields of a ticket that Save writes. Only those present are changed; null empties one. */
export interface TicketChanges {
  summary?: string
  status?: number
  type?: number | null
  subType?: number | null
  item?: number | null
  priority?: number
}

export interface NewNote {
  text: string
  discussion: boolean
  internal: boolean
  resolution: boolean
  emailContact: boolean
  emailResources: boolean
  emailCc: boolean
}

export interface NewTime extends NewNote {
  start: string
  end: string
  workType: number | null
  workRole: number | null
  billable: 'Billable' | 'DoNotBill' | 'NoCharge'
}

export interface CompanyScreen extends Choice {
  identifier: string
  phone: string
  address: string
  website: string
  tickets: TicketRow[]
}

/** What a hosted pod is told about the signed-in member; the mixed case of the names is ConnectWise's own. */
export interface MemberAuthentication {
  site: string
  companyid: string
  memberid: string
  memberHash: string
  memberContext: string
  memberEmail: string
  codeBase: string
}

/** Whether a change was made, and if not, what to tell the person. */
export type Saved = { ok: true } | { ok: false; messages: string[] }

/** The sandbox behind the web client. Changes are made as the member named by `by`. */
export interface Desk {
  company(): string
  /** Ends in a slash. */
  codebase(): string
  members(): DeskMember[]
  tickets(): TicketRow[]
  ticket(key: TicketKey): TicketScreen | null
  companyScreen(id: number): CompanyScreen | null
  hostedSetups(kind: TicketKey['kind']): HostedSetup[]
  saveTicket(key: TicketKey, changes: TicketChanges, by: string): Saved
  addNote(key: TicketKey, note: NewNote, by: string): Saved
  addTime(key: TicketKey, time: NewTime, by: string): Saved
}
