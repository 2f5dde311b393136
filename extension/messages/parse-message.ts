import type { HostTicket } from '#shared/panel/host.ts'
import { mostHinted } from '../ticket-page/hint.ts'
import type {
  AskTicketPage,
  FromTicketPage,
  Inserted,
  InsertOutcome,
  NoteAudience,
  Selection,
} from './messages.ts'

/** A page's text is cut here, in characters: the size of one piece of evidence. */
export const longestSelection = 100_000

/** What a ConnectWise page says by itself, or null for whatever is not exactly that. */
export function parseFromTicketPage(message: unknown): FromTicketPage | null {
  if (!isRecord(message)) return null
  if (message.type === 'openPanel') return { type: 'openPanel' }
  if (message.type !== 'ticketHint' || !Array.isArray(message.hint)) return null
  if (message.hint.length > mostHinted) return null
  const hint = message.hint.map(parseTicket)
  return hint.every((ticket) => ticket !== null) ? { type: 'ticketHint', hint } : null
}

/** A page's answer to `readSelection`, or null where it is none, or answers another question. */
export function parseSelection(answer: unknown, once: string): Selection | null {
  if (!isRecord(answer) || answer.once !== once || typeof answer.text !== 'string') return null
  const under = isTicketNumber(answer.under) ? answer.under : null
  return { once, text: answer.text.slice(0, longestSelection), under }
}

const outcomes: readonly InsertOutcome[] = [
  'inserted',
  'no_editor',
  'other_ticket',
  'wrong_audience',
  'would_mail',
  'not_as_asked',
  'left_changed',
]

/** A page's answer to `insertNote`, or null where it is none, or answers another question. */
export function parseInserted(answer: unknown, once: string): Inserted | null {
  if (!isRecord(answer) || answer.once !== once) return null
  const outcome = outcomes.find((each) => each === answer.outcome)
  return outcome === undefined ? null : { once, outcome }
}

const audiences: readonly NoteAudience[] = ['internal', 'discussion', 'resolution']

/** The longest one-time id, in characters. */
const longestOnce = 100
/** The longest note that is inserted, in characters: what the API takes at most. */
const longestNote = 100_000

/** What the worker asks a page, or null for whatever is not exactly that. */
export function parseAskTicketPage(message: unknown): AskTicketPage | null {
  if (!isRecord(message)) return null
  if (message.type === 'tellHint') return { type: 'tellHint' }
  if (typeof message.once !== 'string') return null
  const { type, once, text } = message
  if (once === '' || once.length > longestOnce) return null
  if (type === 'readSelection') return { type, once }
  const ticket = parseTicket(message.ticket)
  const audience = audiences.find((each) => each === message.audience)
  if (type !== 'insertNote' || ticket === null || audience === undefined) return null
  if (typeof text !== 'string' || text.trim() === '' || text.length > longestNote) return null
  return { type, once, ticket, text, audience }
}

/** A ticket as messages carry it, without whatever else the value holds; null for anything else. */
export function parseTicket(value: unknown): HostTicket | null {
  if (!isRecord(value) || !isTicketNumber(value.id)) return null
  return value.kind === 'service' || value.kind === 'project' ? { id: value.id, kind: value.kind } : null
}

function isTicketNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 9_999_999_999
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
