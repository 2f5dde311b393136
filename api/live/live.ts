import { changedChannel, changedKey } from '#api/db/announce.ts'
import type { Db } from '#api/db/db.ts'

/** Wakes whoever follows a session. A wake carries no content: followers read the database, so a lost one costs time only. */
export interface Live {
  /** Calls `wake` when the session may have changed; returns what ends it. */
  subscribe(team: string, session: string, wake: () => void): () => void
  close(): Promise<void>
}

/** Listens once for this process and spreads each wake to its subscribers. */
export async function openLive(db: Db): Promise<Live> {
  const followers = new Map<string, Set<() => void>>()
  const wakeAll = () => {
    for (const wakes of followers.values()) for (const wake of wakes) wake()
  }
  const stop = await db.listen(
    changedChannel,
    (key) => {
      for (const wake of followers.get(key) ?? []) wake()
    },
    wakeAll,
  )
  return {
    subscribe(team, session, wake) {
      const key = changedKey(team, session)
      const wakes = followers.get(key) ?? new Set()
      followers.set(key, wakes.add(wake))
      return () => {
        wakes.delete(wake)
        if (wakes.size === 0) followers.delete(key)
      }
    },
    async close() {
      wakeAll()
      await stop()
    },
  }
}
