import { ApiError } from '../client.ts'
import type { StartSession } from '../contracts/session.ts'
import type { LiveSession } from './live-session.ts'
import { openSession, type SyncDeps } from './open-session.ts'

/**
 * Starts a session on a ticket along a flow (its id or version), or with null without one; where one is open
 * already, that one is opened. Starting needs the API; one that this browser started before opens without. Rejects
 * with the API's `ApiError`.
 */
export async function startSession(
  deps: SyncDeps,
  { ticket, flow }: Pick<StartSession, 'ticket' | 'flow'>,
): Promise<LiveSession> {
  const { client, surroundings, clock, store, member } = deps
  const at = new Date(surroundings.now() + (clock?.offset() ?? 0)).toISOString()
  try {
    const body = { id: surroundings.newId(), ticket, flow, at }
    return await openSession(deps, await client.call('startSession', { body }))
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'offline')) throw error
    // Fetched apart: only a start without a network looks here.
    const { heldSessions } = await import('./held-sessions.ts')
    const held = (await heldSessions(store, member).catch(() => [])).find(
      ({ header, ended }) =>
        !ended &&
        header.ticket.id === ticket.id &&
        header.ticket.kind === ticket.kind &&
        (header.flow === flow || (flow !== null && header.flow?.split('@')[0] === flow)),
    )
    if (!held) throw error
    return openSession(deps, held.header.id)
  }
}
