import type { FlowClosure } from '../flow/flow.ts'
import { advance } from '../session/advance.ts'
import { appendEvents } from '../session/append.ts'
import type { LogEntry, SessionEvent } from '../session/event.ts'
import { foldOn } from '../session/fold.ts'
import type { Advance, Log, Session, SessionHeader } from '../session/session.ts'
import { startSession } from '../session/start-session.ts'

/** A session as one client holds it: what the API stored, and this client's unsent events folded on top. */
export interface HeldLog {
  closure: FlowClosure | null
  /** As the API stored it, without gaps. */
  stored: Log
  storedSession: Session
  unsent: SessionEvent[]
  /** Stored entries followed by unsent ones, numbered on. */
  log: Log
  session: Session
}

/** A session's log from what is at hand; entries after a gap are left out. */
export function holdLog(
  header: SessionHeader,
  closure: FlowClosure | null,
  entries: LogEntry[],
  unsent: SessionEvent[],
): HeldLog {
  const session = startSession(header, closure)
  const empty = { closure, stored: [], storedSession: session, unsent, log: [], session }
  return adoptEntries(empty, entries).held
}

/** Takes in entries as the API stored them, in any order and again; `gap` tells that some before them are missing. */
export function adoptEntries(held: HeldLog, entries: LogEntry[]): { held: HeldLog; gap: boolean } {
  const stored = [...held.stored]
  const ordered = entries.filter(({ seq }) => seq > stored.length).sort((a, b) => a.seq - b.seq)
  for (const entry of ordered) if (entry.seq === stored.length + 1) stored.push(entry)
  const storedSession = foldOn(held.storedSession, held.closure, stored.slice(held.stored.length))
  return {
    held: putOnTop({ ...held, stored, storedSession }, held.unsent),
    gap: (ordered.at(-1)?.seq ?? 0) > stored.length,
  }
}

/** Adds unsent events of this client, such as those a former visit left; events already in are left out. */
export function addUnsent(held: HeldLog, events: SessionEvent[]): HeldLog {
  return putOnTop(held, [...held.unsent, ...events])
}

/** Records a new event; a rejection leaves everything as it was. */
export function recordEvent(held: HeldLog, event: SessionEvent): { held: HeldLog; advance: Advance } {
  const seq = held.log.length + 1
  const result = advance(held.closure, held.session, event, seq)
  if (!result.ok) return { held, advance: result }
  return {
    held: {
      ...held,
      unsent: [...held.unsent, event],
      log: [...held.log, { seq, event }],
      session: result.session,
    },
    advance: result,
  }
}

/** Takes one unsent event out again; those after it that no longer apply are marked late. */
export function withoutUnsent(held: HeldLog, event: string): HeldLog {
  return putOnTop(
    held,
    held.unsent.filter(({ id }) => id !== event),
  )
}

function putOnTop(held: HeldLog, unsent: SessionEvent[]): HeldLog {
  const { stored, storedSession, closure } = held
  const { entries, session } = appendEvents(storedSession, closure, unsent, stored.length)
  return { ...held, unsent: entries.map(({ event }) => event), log: [...stored, ...entries], session }
}
