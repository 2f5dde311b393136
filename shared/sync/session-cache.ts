import type { FlowClosure } from '../flow/flow.ts'
import type { LogEntry } from '../session/event.ts'
import type { DurableStore } from './live-session.ts'
import { isClosure, isStoredSession, readEntries, type StoredSession } from './stored-shapes.ts'

/** Digits of a number in a key, so that keys sort as the numbers do. */
export const inKey = (n: number): string => String(n).padStart(8, '0')

/** Where a member's sessions lie in the store: nobody reads another member's. */
export const sessionKey = (member: string, session: string): string => `${member}/session/${session}`
/** Where its flow lies, and its log. */
export const flowKey = (member: string, session: string): string => `${member}/flow/${session}`
export const entryPrefix = (member: string, session: string): string => `${member}/log/${session}/`

/** One session's header, flow and stored log, kept so that it resumes without a network. */
export interface SessionCache {
  /** Null where nothing is kept. Entries may have gaps. */
  load(): Promise<{ stored: StoredSession; closure: FlowClosure | null; entries: LogEntry[] } | null>
  /** The flow never changes, so it is written the first time only. */
  save(session: StoredSession, closure: FlowClosure | null): Promise<void>
  /** Writes those entries that are not yet kept. */
  saveEntries(entries: LogEntry[]): Promise<void>
}

/** The cache of one member's session; its promises reject where the store does. */
export function sessionCache(store: DurableStore, member: string, session: string): SessionCache {
  const key = sessionKey(member, session)
  const prefix = entryPrefix(member, session)
  const kept = new Set<string>()
  let found: Promise<void> | undefined
  let flowKept = false

  const findKept = (): Promise<void> => {
    found ??= store.keys(prefix).then((keys) => {
      for (const one of keys) kept.add(one)
    })
    return found
  }

  return {
    async load() {
      const stored = await store.get(key)
      if (!isStoredSession(stored)) return null
      await findKept()
      const [flow, ...entries] = await Promise.all(
        [flowKey(member, session), ...kept].map((one) => store.get(one)),
      )
      const closure = isClosure(flow) ? flow : null
      flowKept = closure !== null
      return { stored, closure, entries: readEntries(entries) }
    },
    async save(value, closure) {
      if (closure && !flowKept) await store.put(flowKey(member, session), closure)
      flowKept = true
      await store.put(key, value)
    },
    async saveEntries(entries) {
      await findKept()
      for (const entry of entries) {
        const entryKey = prefix + inKey(entry.seq)
        if (kept.has(entryKey)) continue
        await store.put(entryKey, entry)
        kept.add(entryKey)
      }
    },
  }
}
