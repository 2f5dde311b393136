import type { Client } from '../client.ts'
import type { Me } from '../contracts/member.ts'
import type { DurableStore, Surroundings } from '../sync/live-session.ts'
import type { BrowserAround } from './around.ts'

/** What a host of the panel supplies: a pod in ConnectWise, a plain page, the browser's side panel. */
export interface Host {
  readonly kind: 'pod' | 'page' | 'side_panel'
  readonly client: Client
  readonly store: DurableStore
  readonly surroundings: Surroundings
  /** The ticket beside the panel, or null while none is known. */
  ticket(): HostTicket | null
  /** Called when the host shows another ticket, or none. */
  onTicket(listener: () => void): () => void
  /** Signs in, silently where the host can; rejects where a person has to act, see `signInByHand`. */
  signIn(): Promise<Me>
  /** Opens the sign-in page in a window of its own and resolves when it is done. */
  signInByHand(): Promise<Me>
  /**
   * Calls when the person saves the ticket, and holds that up by nothing; the answer stops it. Asked for only where
   * the team wants it. Null where the host does not hear of it.
   */
  readonly onSave: ((listener: () => void) => () => void) | null
  /** Makes the ticket screen show what was just written to it; null where the host cannot. */
  readonly refreshTicket: (() => Promise<void>) | null
  openTicket(ticket: HostTicket): void
  /** Absent where no browser of ours is around the panel. */
  readonly around?: BrowserAround
  /** Whether a person made an event, for hosts that drive the panel themselves; else the browser says. */
  isByPerson?(event: Event): boolean
}

export interface HostTicket {
  id: number
  kind: 'service' | 'project'
}
