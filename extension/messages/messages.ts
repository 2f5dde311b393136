import type { HostTicket } from '#shared/panel/host.ts'
import type { TicketHint } from '../ticket-page/hint.ts'

/** What a ConnectWise page may say by itself; anything else it sends is ignored. */
export type FromTicketPage = { type: 'ticketHint'; hint: TicketHint } | { type: 'openPanel' }

/** What the worker asks a ConnectWise page: to say its hint again, or something whose answer repeats the one-time id. */
export type AskTicketPage =
  | { type: 'tellHint' }
  | { type: 'readSelection'; once: string }
  | { type: 'insertNote'; once: string; ticket: HostTicket; text: string; audience: NoteAudience }

export type NoteAudience = 'internal' | 'discussion' | 'resolution'

/** What a page answers to `readSelection`. */
export interface Selection {
  once: string
  /** The selected text, cut to the size of one piece of evidence. */
  text: string
  /** The ticket whose row or number was under the pointer when the menu was opened. */
  under: number | null
}

/** What a page answers to `insertNote`: the text stands in the editor just as asked, or why it does not. */
export interface Inserted {
  once: string
  outcome: InsertOutcome
}

/**
 * How an insert ended. Nothing was changed unless it says so:
 * - `inserted`: the text stands in the editor, read back as asked; saving it is the technician's.
 * - `no_editor`: no note is being written in the page, or more than one.
 * - `other_ticket`: the page shows another ticket, none, or several.
 * - `wrong_audience`: the boxes Discussion, Internal and Resolution are not ticked just as asked.
 * - `would_mail`: a box is ticked by which ConnectWise would mail the note.
 * - `not_as_asked`: the editor did not take the text as it is; what stood there before stands there again.
 * - `left_changed`: the same, but the editor holds something else now: the technician has to look at it.
 */
export type InsertOutcome =
  | 'inserted'
  | 'no_editor'
  | 'other_ticket'
  | 'wrong_audience'
  | 'would_mail'
  | 'not_as_asked'
  | 'left_changed'
