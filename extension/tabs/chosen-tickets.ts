import type { HostTicket } from '#shared/panel/host.ts'
import { parseTicket } from '../messages/parse-message.ts'
import type { StorageArea } from '../storage/storage-area.ts'
import type { TicketHint } from '../ticket-page/hint.ts'
import type { ChosenTicket } from './shown-ticket.ts'

const pinKey = 'pinned'

/** What the technician chose for a tab; null where nothing. */
export async function readChosen(session: StorageArea, tab: number): Promise<ChosenTicket | null> {
  const key = `chosen:${tab}`
  const stored = (await session.get(key))[key]
  if (typeof stored !== 'object' || stored === null || !('ticket' in stored) || !('hint' in stored))
    return null
  const ticket = parseTicket(stored.ticket)
  if (ticket === null || !Array.isArray(stored.hint)) return null
  return { ticket, hint: stored.hint.map(parseTicket).filter((each) => each !== null) }
}

export async function choose(
  session: StorageArea,
  tab: number,
  ticket: HostTicket,
  hint: TicketHint,
): Promise<void> {
  await session.set({ [`chosen:${tab}`]: { ticket, hint } })
}

/** The ticket kept beside every tab; it outlasts a restart of the browser. */
export async function readPinned(local: StorageArea): Promise<HostTicket | null> {
  return parseTicket((await local.get(pinKey))[pinKey])
}

/** Keeps a ticket beside every tab, or with null none any more. */
export async function pin(local: StorageArea, ticket: HostTicket | null): Promise<void> {
  await (ticket ? local.set({ [pinKey]: ticket }) : local.remove(pinKey))
}
