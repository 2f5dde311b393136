import type { NewNote, Psa } from '../../ports/psa.ts'
import { type CwNote, noteSchema } from './api-types.ts'
import type { Client } from './client.ts'
import { ticketPath } from './tickets.ts'
import { type Written, writeOutcome } from './write-outcome.ts'

/** Writing a note. Nobody is mailed unless asked for. */
export function createNotes(client: Client): Pick<Psa, 'addNote'> {
  async function addNote(note: NewNote) {
    const path = `${ticketPath(note.ticket)}/notes`
    const body = {
      text: note.text,
      detailDescriptionFlag: note.show.discussion,
      internalAnalysisFlag: note.show.internal,
      resolutionFlag: note.show.resolution,
      member: { identifier: note.member },
      customerUpdatedFlag: false,
      processNotifications: note.notify,
    }
    const attempt = await client.write('POST', path, body, note.until)
    return writeOutcome(attempt, { ticket: note.ticket.id, schema: noteSchema, read: writtenNote })
  }
  return { addNote }
}

function writtenNote(note: CwNote): Written {
  return {
    id: note.id,
    ticket: note.ticketId,
    author: note.member?.identifier ?? note.createdBy,
    at: note.dateCreated ?? note._info?.dateEntered ?? note._info?.lastUpdated ?? null,
  }
}
