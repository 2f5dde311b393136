import type { PostView } from '../contracts/post.ts'
import type { FlowClosure } from '../flow/flow.ts'
import type { SessionEvent } from '../session/event.ts'
import type { SessionHeader } from '../session/session.ts'
import { type StoredEntry, type StoredEvent, upgradeEntry, upgradeEvent } from '../session/upgrade-event.ts'

/** What a client keeps of a session beside its flow and log; `v` is raised when its shape changes. */
export interface StoredSession {
  v: 1
  header: SessionHeader
  posts: PostView[]
  members: Record<string, string>
  ended: boolean
  /** Milliseconds since 1970 at the last change. */
  touched: number
}

/** Whether a stored value is a session that this version wrote; only this product writes to its own store. */
export const isStoredSession = (value: unknown): value is StoredSession =>
  value instanceof Object && 'v' in value && value.v === 1 && 'header' in value && 'touched' in value

/** Whether a stored value is a flow with its subflows. */
export const isClosure = (value: unknown): value is FlowClosure =>
  value instanceof Object && 'root' in value && 'flows' in value

const isStoredEvent = (value: unknown): value is StoredEvent =>
  value instanceof Object && 'id' in value && 'v' in value && value.v === 1 && 'type' in value

const isStoredEntry = (value: unknown): value is StoredEntry =>
  value instanceof Object && 'seq' in value && 'event' in value && isStoredEvent(value.event)

/** Events out of stored values, in today's format; what is none is left out. */
export const readEvents = (values: unknown[]): SessionEvent[] =>
  values.filter(isStoredEvent).map(upgradeEvent)

/** Log entries out of stored or received values, in today's format; what is none is left out. */
export const readEntries = (values: unknown): ReturnType<typeof upgradeEntry>[] =>
  Array.isArray(values) ? values.filter(isStoredEntry).map(upgradeEntry) : []
