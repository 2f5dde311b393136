import type { HostTicket } from '#shared/panel/host.ts'
import type { TicketHint } from '../ticket-page/hint.ts'

/** What a ConnectWise page may say by itself; anything else it sends is ignored. */
export type FromTicketPage = { type: 'ticketHint'; hint: TicketHint } | { type: 'openPanel' }

/** What the worker asks a ConnectWise page; the answer repeats the one-time id. */
export type AskTicketPage =
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

/** What a page answers to `insertNote`: the text stands in the editor just as asked, or nothing was changed. */
export interface Inserted {
  once: string
  outcome: InsertOutcome
}

/** `inserted`, or why not: no open editor, another ticket, text that the editor took otherwise. */
export type InsertOutcome = 'inserted' | 'no_editor' | 'other_ticket' | 'not_as_asked' | 'wrong_audience'

/** What our own pages ask the worker. */
export type FromOwnPage =
  | { type: 'insertInto'; tab: number; ticket: HostTicket; text: string; audience: NoteAudience }
  | { type: 'hostsChanged' }

/** What the worker tells our own pages: something waits for the panel, see `waiting`. */
export type ToOwnPages = { type: 'somethingWaits' }
