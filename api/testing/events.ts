import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { EventBody, SessionEvent } from '#shared/session/event.ts'

/** An event with an id of its own, as a client makes it. */
export function eventBy(by: string, body: EventBody, at = '2026-11-24T09:01:00.000Z'): SessionEvent {
  return { id: systemIds.uuid(), v: 1, at, by, ...body }
}
