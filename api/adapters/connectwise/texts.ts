import { type Psa, PsaError, type TicketId } from '../../ports/psa.ts'
import { noteSchema, ticketNoteSchema, timeEntrySchema } from './api-types.ts'
import type { Client } from './client.ts'
import { all, numbered, quoted } from './conditions.ts'
import { type DatedText, fromNote, fromTicketNote, fromTimeEntry, joinTexts } from './map-text.ts'
import { chargeTo } from './map-time.ts'
import { readEvery } from './paging.ts'
import { ConnectWiseReadError, isMissing } from './read-error.ts'
import { ticketPath } from './tickets.ts'

/**
 * Every text of a ticket: what the ticket shows, and the time entries that it does not show, since an entry without
 * a tab is in no list of notes. Whole or not at all.
 */
export function createTexts(client: Client): Pick<Psa, 'texts'> {
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

  return { texts }
}
