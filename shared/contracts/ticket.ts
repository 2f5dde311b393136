import type { OutcomeKind } from '../flow/flow.ts'

/** What the panel shows of a ticket; made by the API from the ticket system, cached for seconds. */
export interface TicketView {
  id: number
  kind: 'service' | 'project'
  summary: string
  board: { id: number; name: string }
  status: { id: number; name: string; closed: boolean }
  company: { id: number; name: string }
  contact: { id: number; name: string; phone: string | null; email: string | null } | null
  priority: string | null
  agreement: { id: number; name: string } | null
  mergedInto: number | null
  updatedAt: string | null
  configurations: {
    id: number
    name: string
    type: string | null
    osType: string | null
    ipAddress: string | null
    serialNumber: string | null
    lastLoginName: string | null
  }[]
  texts: {
    id: string
    text: string
    author: string | null
    byContact: boolean
    at: string | null
    tab: 'discussion' | 'internal' | 'resolution'
    isTime: boolean
  }[]
  recent: { id: number; summary: string; status: string; closed: boolean; at: string | null }[]
  /** Where the ticket opens in ConnectWise. */
  url: string | null
  /** What belongs to the ticket but could not be read just now; left out where all of it was. */
  missing?: TicketPart[]
}

/** A part of a ticket that is read on its own. */
export type TicketPart = 'contact' | 'configurations' | 'texts' | 'recent'

export interface TicketPick {
  id: number
  kind: 'service' | 'project'
  summary: string
  company: string
  status: string
}

export interface SuggestionsView {
  suggestions: Suggestion[]
  /** No flow fits well enough to be suggested. */
  nothingFits: boolean
}

export interface Suggestion {
  flow: string
  title: string
  summary: string
  /** The ticket's words that matched, most telling first, as they stand in the ticket. */
  words: string[]
  steps: number
  /** The team's ended sessions along it, and how many of them ended resolved; left out where there are none. */
  past?: { used: number; resolved: number }
}

/** What can be chosen when posting to this ticket, with ConnectWise's own defaults filled in. */
export interface PostOptions {
  statuses: { id: number; name: string; closed: boolean; timeEntryAllowed: boolean; mayMail: boolean }[]
  workTypes: { id: number; name: string }[]
  workRoles: { id: number; name: string }[]
  defaults: {
    kind: 'note' | 'time'
    /**
     * The status that the team sets on this board after each outcome, or null to leave it as it is. ConnectWise's own
     * defaults name none but the one that the ticket stands on.
     */
    statusAfter: Record<OutcomeKind, number | null>
    workType: number | null
    workRole: number | null
    agreement: { id: number; name: string } | null
    billable: 'Billable' | 'DoNotBill' | 'NoCharge' | 'NoDefault' | null
  }
  /** What ConnectWise forbids on the ticket as it stands. */
  locks: {
    /** Why no time entry can be made: the board's lock, or the status that the ticket stands on. */
    time: 'board' | 'status' | null
    /** The board's texts are locked against changes; some ConnectWise systems refuse new ones too. */
    discussions: boolean
  }
  /** Who may be mailed when the text is visible to the client. */
  mayMail: string[]
  undoSeconds: { internal: number; visible: number }
}
