import type { LogEntry, SessionEvent } from './event.ts'

/** Every format in which an event was ever stored: a new one joins the union, and none leaves it. */
export type StoredEvent = SessionEvent
export type StoredEntry = Omit<LogEntry, 'event'> & { event: StoredEvent }

const UPGRADES: { [V in StoredEvent['v']]: (event: StoredEvent & { v: V }) => SessionEvent } = {
  1: (event) => event,
}

/** A stored event in today's format. */
export function upgradeEvent(stored: StoredEvent): SessionEvent {
  return UPGRADES[stored.v](stored)
}

/** A stored entry with its event in today's format. */
export function upgradeEntry(stored: StoredEntry): LogEntry {
  return { ...stored, event: upgradeEvent(stored.event) }
}
