import {
  type Psa,
  PsaError,
  type TextId,
  type TextRemoval,
  type TicketId,
  type TicketText,
} from '../../ports/psa.ts'
import { noteSchema, ticketNoteSchema, timeEntrySchema } from './api-types.ts'
import type { Client } from './client.ts'
import { all, numbered, quoted } from './conditions.ts'
import { type DatedText, fromNote, fromTicketNote, fromTimeEntry, joinTexts } from './map-text.ts'
import { chargeTo } from './map-time.ts'
import { readEvery } from './paging.ts'
import { ConnectWiseReadError, isMissing } from './read-error.ts'
import { ticketPath } from './tickets.ts'
import { removalOutcome } from './write-outcome.ts'

/**
 * Every text of a ticket: what the ticket shows, and the time entries that it does not show, since an entry without
 * a tab is in no list of notes. Whole or not at all.
 */
export function createTexts(client: Client): Pick<Psa, 'texts' | 'text' | 'removeText'> {
  async function texts(ticket: TicketId) {
    const [shown, entries] = await Promise.all([shownTexts(ticket), timeEntries(ticket)])
    return joinTexts(shown, entries)
  }

  /** Old versions have no allNotes: there the plain notes, and every time entry comes from its own list. */
  async function shownTexts(ticket: TicketId): Promise<DatedText[]> {
    try {
      const notes = await readEvery(client, ticketNoteSchema, `${ticketPath(ticket)}/allNotes`)
      return notes.map(fromTicketNote)
    } catch (error) {
      if (!(error instanceof ConnectWiseReadError) || ![404, 405].includes(error.status)) throw error
    }
    try {
      const path = `${ticketPath(ticket)}/notes`
      const notes = await readEvery(client, noteSchema, path, { forwardOnly: true })
      return notes.map(fromNote)
    } catch (error) {
      if (!isMissing(error, ticket.id)) throw error
      throw new PsaError('invalid', `ConnectWise has no ticket #${ticket.id}.`)
    }
  }

  async function timeEntries(ticket: TicketId): Promise<DatedText[]> {
    const { chargeToId, chargeToType } = chargeTo(ticket)
    const conditions = all(`chargeToId=${numbered(chargeToId)}`, `chargeToType=${quoted(chargeToType)}`)
    const found = await readEvery(client, timeEntrySchema, '/time/entries', {
      query: { conditions },
      forwardOnly: true,
    })
    return found.map(fromTimeEntry)
  }

  /** By its own address, which for a time entry no list of the ticket gives for certain. */
  async function text(of: TextId): Promise<TicketText | null> {
    try {
      const { ticket, text } = await standing(of)
      if (ticket !== of.ticket.id) return null
      const { startedAt: _, ...shown } = text
      return shown
    } catch (error) {
      if (isMissing(error, of.id)) return null
      throw error
    }
  }

  async function standing(of: TextId): Promise<{ ticket: number | null; text: DatedText }> {
    if (of.kind === 'time') {
      const entry = await client.readAs(timeEntrySchema, pathOf(of))
      return { ticket: entry.chargeToId, text: fromTimeEntry(entry) }
    }
    const note = await client.readAs(noteSchema, pathOf(of))
    return { ticket: note.ticketId, text: fromNote(note) }
  }

  const removeText = async (removal: TextRemoval) =>
    removalOutcome(await client.write('DELETE', pathOf(removal), undefined, removal.until))

  return { texts, text, removeText }
}

const pathOf = ({ ticket, kind, id }: TextId) =>
  kind === 'note' ? `${ticketPath(ticket)}/notes/${numbered(id)}` : `/time/entries/${numbered(id)}`
