import type { HostTicket } from './host.ts'

/** The ticket a host shows, and who wants to know when it shows another. */
export interface Tickets {
  current(): HostTicket | null
  listen(listener: () => void): () => void
  turnTo(ticket: HostTicket | null): void
}

/** Begins with a ticket, or with none; turning to the one that is shown tells nobody. */
export function tickets(first: HostTicket | null): Tickets {
  const listeners = new Set<() => void>()
  let current = first
  return {
    current: () => current,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    turnTo(ticket) {
      if (ticket?.id === current?.id && ticket?.kind === current?.kind) return
      current = ticket
      for (const listener of [...listeners]) listener()
    },
  }
}
