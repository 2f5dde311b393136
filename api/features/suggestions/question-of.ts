import type { TicketFile } from '#api/features/tickets/read-ticket.ts'
import type { Question } from '#shared/search/passages.ts'

/** The parts of a ticket that say what it is about. */
export interface Told {
  ticket: Pick<TicketFile['ticket'], 'summary' | 'type' | 'subType'>
  texts: Pick<TicketFile['texts'][number], 'text' | 'byContact'>[]
}

const asReported = 0.9
const asSorted = 0.7
const asNoted = 0.5

/**
 * What a ticket says, its summary loudest; then the first text and the client's words; then where it was sorted in.
 * Technicians’ own notes count least: they speak of what was tried.
 */
export function questionOf({ ticket, texts }: Told): Question {
  const category = [ticket.type, ticket.subType].map((each) => each?.name ?? '').join(' ')
  return {
    summary: ticket.summary,
    texts: [
      { text: category, weight: asSorted },
      ...texts.map(({ text, byContact }, at) => ({
        text,
        weight: at === 0 || byContact ? asReported : asNoted,
      })),
    ],
  }
}
