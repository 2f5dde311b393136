import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#api/db/db.ts'

/** Wakes whoever follows a session. A wake carries no content: followers read the database, so a lost one costs time only. */
export interface Live {
  /** Calls `wake` when the session may have changed; returns what ends it. */
  subscribe(team: string, session: string, wake: () => void): () => void
  close(): Promise<void>
}

const channel = 'session_changed'

/** Wakes the session's followers in every process once this transaction commits. */
export async function announce(tx: Tx, team: string, session: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${keyOf(team, session)})`)
}

/** Listens once for this process and spreads each wake to its subscribers. */
export async function openLive(db: Db): Promise<Live> {
  const followers = new Map<string, Set<() => void>>()
  const wakeAll = () => {
    for (const wakes of followers.values()) for (const wake of wakes) wake()
  }
  const stop = await db.listen(
    channel,
    (key) => {
      for (const wake of followers.get(key) ?? []) wake()
    },
    wakeAll,
  )
  return {
    subscribe(team, session, wake) {
      const key = keyOf(team, session)
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

const keyOf = (team: string, session: string) => `${team}:${session}`
