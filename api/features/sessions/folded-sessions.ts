import type { FlowClosure } from '#shared/flow/flow.ts'
import type { Session } from '#shared/session/session.ts'

/** A session as last folded by this process. Only ever a help: the log in the database decides. */
export interface Folded {
  session: Session
  closure: FlowClosure | null
}

/** Remembers the latest folded sessions, the least used forgotten first. */
export interface FoldedSessions {
  get(team: string, id: string): Folded | undefined
  put(team: string, id: string, folded: Folded): void
}

/** An empty memory for so many sessions. */
export function createFoldedSessions(most = 500): FoldedSessions {
  const held = new Map<string, Folded>()
  const keyOf = (team: string, id: string) => `${team}:${id}`
  return {
    get(team, id) {
      const key = keyOf(team, id)
      const found = held.get(key)
      if (found === undefined) return undefined
      held.delete(key)
      held.set(key, found)
      return found
    },
    put(team, id, folded) {
      held.set(keyOf(team, id), folded)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
    },
  }
}
