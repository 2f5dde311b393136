import { eq } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { Db } from '#api/db/db.ts'
import { scheduleDelivery } from '#api/db/directory.ts'
import { delivery, post } from '#api/db/schema/post.ts'
import { session } from '#api/db/schema/session.ts'
import { team as teams } from '#api/db/schema/team.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import { type DeliveryStoreWorld, deliveryStoreContract } from '#api/ports/delivery-store.contract.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { toColumns, toDelivery } from './delivery-row.ts'
import { reschedule } from './follow-text.ts'
import { createDatabaseDeliveryStore } from './store-in-database.ts'
import { plannedRequest, waitingDelivery } from './testing/planned-job.ts'

let db: Db
beforeAll(async () => {
  db = await openOwnDatabase()
})
afterAll(() => db.close())

deliveryStoreContract('in the database', async (): Promise<DeliveryStoreWorld> => {
  const store = createDatabaseDeliveryStore(db)
  await emptyStore()
  return {
    store,
    teams: [await addTeam(), await addTeam()],
    async add({ team, ticket, acceptedAt, dueAt, status }) {
      const at = new Date(acceptedAt)
      const request = plannedRequest({ status })
      const sessionId = systemIds.uuid()
      const startedBy = systemIds.uuid()
      const common = { teamId: team, ticketId: ticket, ticketKind: 'service' } as const
      const text = waitingDelivery({ dueAt })
      const after = waitingDelivery({ part: 'status' })
      await db.asTeam(team, async (tx) => {
        await tx.insert(session).values({
          ...common,
          id: sessionId,
          flowId: systemIds.uuid(),
          header: {
            id: sessionId,
            rules: 1,
            flow: null,
            ticket: {
              id: ticket,
              kind: 'service',
              summary: 'Printer offline',
              company: { id: 3, name: 'Acme' },
            },
            startedBy,
            startedAt: at.toISOString(),
            facts: {},
          },
          status: 'active',
          startedBy,
          startedAt: at,
          lastEventAt: at,
        })
        await tx.insert(post).values({
          ...common,
          id: request.id,
          sessionId,
          request,
          requestHash: '',
          text: request.text,
          by: systemIds.uuid(),
          memberIdentifier: 'tech1',
          acceptedAt: at,
          notBefore: at,
        })
        for (const one of status === null ? [text] : [text, after]) {
          const { id, part, state } = one
          const columns = { ...toColumns(one, acceptedAt), updatedAt: at }
          await tx.insert(delivery).values({ ...columns, teamId: team, postId: request.id, id, part, state })
        }
        await scheduleDelivery(tx, text.id, new Date(dueAt))
      })
      return { text: text.id, status: after.id }
    },
    change: (team, id, change) =>
      db.asTeam(team, async (tx) => {
        await tx.update(delivery).set(toColumns(change, 0)).where(eq(delivery.id, id))
        await reschedule(tx, id, change)
      }),
    read: (team, id) =>
      db.asTeam(team, async (tx) => {
        const [row] = await tx.select().from(delivery).where(eq(delivery.id, id))
        if (row === undefined) throw new Error('no such delivery')
        return toDelivery(row)
      }),
  }
})

async function addTeam(): Promise<string> {
  const teamId = systemIds.uuid()
  const row = {
    teamId,
    name: 'Ridgeline IT',
    timeZone: 'UTC',
    settings: defaultSettings,
    createdAt: new Date(),
  }
  await db.asTeam(teamId, (tx) => tx.insert(teams).values(row))
  return teamId
}

/** Leaves nothing of the tests before on the due list: it is one for all teams. */
async function emptyStore(): Promise<void> {
  const store = createDatabaseDeliveryStore(db)
  const end = Date.UTC(2100, 0, 1)
  for (const claim of await store.claim(end, end, 1_000)) {
    const job = await store.load(claim)
    if (job !== null) await store.record(claim, job.delivery.state, { dueAt: null }, end)
  }
}
