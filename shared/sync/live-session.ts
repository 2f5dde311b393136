import type { PostView } from '../contracts/post.ts'
import type { FlowClosure } from '../flow/flow.ts'
import type { EventBody } from '../session/event.ts'
import type { Advance, Log, Session } from '../session/session.ts'
import type { SetAside } from './set-aside.ts'

/** One session as a client holds it: folded at once, queued durably, sent and followed in the background. */
export interface LiveSession {
  readonly id: string
  state(): LiveState
  /** Called after each change of `state()`; returns what stops it. */
  subscribe(listener: () => void): () => void
  /**
   * Records what the technician did. Secrets are replaced first; the event is folded and queued before this returns,
   * and stored durably within 250 ms. A rejection changes nothing. Throws RangeError, with a sentence to show, for
   * a text longer than the API takes (`textLimits`), or one that comes before the redaction code has loaded.
   */
  record(body: EventBody): Advance
  /**
   * Resolves once texts are taken; null where they are already. Rejects where the redaction code cannot be loaded.
   */
  textsTaken(): Promise<void> | null
  /**
   * Tries at once, also after signing in again. Resolves once every recorded event is stored by the API; rejects
   * with the `ApiError` of the attempt that failed, `invalid` where the API refused an event and it was set aside.
   */
  flush(): Promise<void>
  /** Sends an event that was set aside once more, after all else that is unsent; settles as `flush` does. */
  tryAgain(event: string): Promise<void>
  /** Forgets an event that was set aside, for good. */
  drop(event: string): Promise<void>
  close(): void
}

export interface LiveState {
  session: Session
  closure: FlowClosure | null
  /** Stored entries followed by unsent events, numbered on from them. */
  log: Log
  /** Events the API has not confirmed. */
  unsent: number
  /** Events of this session that the API refused; they are in no log until they are sent again. */
  aside: SetAside[]
  /** Where unsent events are held: `memory` says that closing the page would lose them. */
  held: 'durable' | 'memory'
  link: 'live' | 'polling' | 'offline' | 'signed_out' | 'client_too_old'
  posts: PostView[]
  members: Record<string, string>
  /** Everything needed to finish this session without a network is here. */
  offlineReady: boolean
}

/** A client's durable memory, by key; implementations: IndexedDB, and memory where storage is refused. */
export interface DurableStore {
  readonly durable: boolean
  get(key: string): Promise<unknown>
  put(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  /** All keys that start with the prefix, in order. */
  keys(prefix: string): Promise<string[]>
}

/** What a client takes from its surroundings, so that tests drive time, ids and faults. */
export interface Surroundings {
  /** Milliseconds since 1970 by this machine's clock. */
  now(): number
  /** A UUIDv7. */
  newId(): string
  /** Uniform in [0, 1). */
  random(): number
  after(milliseconds: number, run: () => void): () => void
  /** Calls back when the machine has a network again; returns what stops it. Absent where nothing tells. */
  onOnline?(run: () => void): () => void
}
