import type { DurableStore, Surroundings } from '#shared/sync/live-session.ts'
import { memoryStore } from '#shared/sync/memory-store.ts'
import type { Host, HostTicket } from '../host.ts'
import { type ApiDouble, apiDouble } from './api-double.ts'
import { someMe } from './demo-records.ts'

export interface HostDouble extends Host {
  api: ApiDouble
  /** Turns to another ticket, or to none. */
  turnTo(ticket: HostTicket | null): void
  /** Makes silent sign-in fail from now on. */
  refuseSignIn: boolean
  refreshed: number
  /** Saves the ticket; true where the panel wants to hear of it. */
  save(): boolean
}

/** A host of the panel over the in-memory API. */
export function hostDouble(
  surroundings: Surroundings,
  first: HostTicket | null = { id: 1001, kind: 'service' },
  store: DurableStore = memoryStore(),
  api: ApiDouble = apiDouble(surroundings),
): HostDouble {
  const listeners = new Set<() => void>()
  const savers = new Set<() => void>()
  let ticket = first
  const host: HostDouble = {
    kind: 'page',
    api,
    client: api.client,
    store,
    surroundings,
    refuseSignIn: false,
    refreshed: 0,
    ticket: () => ticket,
    onTicket(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async signIn() {
      if (host.refuseSignIn) throw new Error('Refused.')
      return host.client.call('getMe')
    },
    signInByHand: async () => someMe(surroundings.now()),
    onSave(listener) {
      savers.add(listener)
      return () => savers.delete(listener)
    },
    save() {
      for (const listener of savers) listener()
      return savers.size > 0
    },
    async refreshTicket() {
      host.refreshed += 1
    },
    isByPerson: () => true,
    openTicket: (next) => host.turnTo(next),
    turnTo(next) {
      ticket = next
      for (const listener of listeners) listener()
    },
  }
  return host
}
