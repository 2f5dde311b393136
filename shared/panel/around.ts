import type { HostTicket } from './host.ts'

/** What only a browser around the panel can add: it knows the tabs, and can reach into their pages. */
export interface BrowserAround {
  /** The ticket kept beside every tab, or null. */
  pinned(): HostTicket | null
  /** Keeps a ticket beside every tab, or with null none any more. */
  pin(ticket: HostTicket | null): Promise<void>
  /** The tickets among which the tab beside leaves the choice; empty where it leaves none. */
  candidates(): readonly HostTicket[]
  /** Called when one of these answers may have changed, or something waits. */
  onChange(listener: () => void): () => void
  /** Words the technician selected in the tab to be troubleshot; taken once. */
  takeQuery(): Promise<string | null>
  /** The oldest text captured for the current step elsewhere in the browser; each is taken once. Null where none waits. */
  takeCaptured(): Promise<CapturedText | null>
}

export interface CapturedText {
  text: string
  /** Where it was captured, as an origin; empty where that is not known. */
  source: string
  /** Milliseconds since 1970 by this machine's clock. */
  at: number
}
