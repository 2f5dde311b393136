import type { Psa, TicketId } from '#api/ports/psa.ts'

/** The same ticket system; after each write, whatever came of it, `forget` is told that the ticket may be another now. */
export function forgetAfterWrites(psa: Psa, forget: (ticket: TicketId) => void): Psa {
  const then = async <T>(ticket: TicketId, write: Promise<T>): Promise<T> => {
    try {
      return await write
    } finally {
      forget(ticket)
    }
  }
  return {
    ...psa,
    addNote: (note) => then(note.ticket, psa.addNote(note)),
    addTimeEntry: (entry) => then(entry.ticket, psa.addTimeEntry(entry)),
    setStatus: (change) => then(change.ticket, psa.setStatus(change)),
  }
}
