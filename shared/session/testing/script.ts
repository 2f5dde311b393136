import type { EventBody, LogEntry, SessionEvent } from '../event.ts'
import type { SessionHeader } from '../session.ts'

export const member = '00000000-0000-4000-8000-00000000000a'
export const colleague = '00000000-0000-4000-8000-00000000000b'

/** The header of a session on a printer ticket. */
export function headerOf(flow: SessionHeader['flow'] = 'printer@2'): SessionHeader {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    rules: 3,
    flow,
    ticket: {
      id: 4711,
      kind: 'service',
      summary: 'Printer offline',
      company: { id: 7, name: 'Hill & Partner' },
    },
    startedBy: member,
    startedAt: '2026-11-24T09:00:00.000Z',
    facts: { 'configuration.name': 'PRN-01', 'contact.name': 'Kim' },
  }
}

/** A readable event id: the n-th event. */
export function eventId(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** The n-th event, one minute after the one before it. */
export function eventOf(n: number, body: EventBody, by = member): SessionEvent {
  const at = new Date(Date.UTC(2026, 10, 24, 9, n)).toISOString()
  return { id: eventId(n), v: 1, at, by, ...body }
}

/** A log of these bodies, numbered from 1. */
export function logOf(...bodies: EventBody[]): LogEntry[] {
  return bodies.map((body, index) => ({ seq: index + 1, event: eventOf(index + 1, body) }))
}
