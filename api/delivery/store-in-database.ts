import { and, eq, lte } from 'drizzle-orm'
import { announce } from '#api/db/announce.ts'
import type { Db } from '#api/db/db.ts'
import { claimDeliveries, nextDeliveryDue } from '#api/db/directory.ts'
import { delivery, post } from '#api/db/schema/post.ts'
import { team } from '#api/db/schema/team.ts'
import type { DeliveryStore } from '#api/ports/delivery-store.ts'
import { toColumns, toJob } from './delivery-row.ts'
import { followText, reschedule } from './follow-text.ts'
import { amongNeighbours } from './neighbours.ts'
import { readNeighbours } from './read-neighbours.ts'

/** Deliveries in the database, shared by all workers of all processes. */
export function createDatabaseDeliveryStore(db: Db): DeliveryStore {
  return {
    claim: (now, leaseUntil, most, apart) =>
      claimDeliveries(db, new Date(now), new Date(leaseUntil), most, apart),
    load: (claim) =>
      db.asTeam(claim.team, async (tx) => {
        // Taking the row over under the new fence shuts out whoever held an older one.
        const [row] = await tx
          .update(delivery)
          .set({ fence: claim.fence })
          .where(and(eq(delivery.id, claim.delivery), lte(delivery.fence, claim.fence)))
          .returning()
        if (row === undefined) return null
        const [of] = await tx.select().from(post).where(eq(post.id, row.postId))
        const [owner] = await tx.select({ settings: team.settings }).from(team)
        if (of === undefined || owner === undefined) return null
        const quarantineMs = owner.settings.quarantineSeconds * 1_000
        const own = { post: of.id, acceptedAt: of.acceptedAt.getTime() }
        return toJob(row, of, { quarantineMs, ...amongNeighbours(own, await readNeighbours(tx, of)) })
      }),
    record: (claim, from, change, now) =>
      db.asTeam(claim.team, async (tx) => {
        const [row] = await tx
          .update(delivery)
          .set(toColumns(change, now))
          .where(
            and(eq(delivery.id, claim.delivery), eq(delivery.fence, claim.fence), eq(delivery.state, from)),
          )
          .returning()
        if (row === undefined) return false
        await reschedule(tx, row.id, change)
        if (row.part === 'text') await followText(tx, row.postId, change, now)
        const [of] = await tx.select({ session: post.sessionId }).from(post).where(eq(post.id, row.postId))
        if (of !== undefined) await announce(tx, claim.team, of.session)
        return true
      }),
    nextDue: async (apart) => (await nextDeliveryDue(db, apart))?.getTime() ?? null,
  }
}
