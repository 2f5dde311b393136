import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { Db } from '#api/db/db.ts'
import { claimDeliveries, nextDeliveryDue } from '#api/db/directory.ts'
import { openEmbedded } from '#api/db/open-embedded.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'

const start = Date.UTC(2026, 0, 1)
const second = 1_000
const lease = start + 90 * second

let db: Db | null = null
afterEach(async () => {
  await db?.close()
  db = null
})

/** Puts `count` deliveries of a new team on the due list, one a second up to `start`, in no order; their ids by due time. */
async function putDue(into: Db, count: number): Promise<{ team: string; ids: string[] }> {
  const team = systemIds.uuid()
  const ids = Array.from({ length: count }, () => systemIds.uuid())
  await into.asTeam(team, (tx) =>
    tx.execute(sql`
      select directory.schedule_delivery(one.id, ${new Date(start).toISOString()}::timestamptz - (${count} - one.place) * interval '1 second')
      from unnest(string_to_array(${ids.join(',')}, ',')::uuid[]) with ordinality one(id, place)
      order by one.id`),
  )
  return { team, ids }
}

describe('5,000 deliveries that wait', () => {
  it('are given out once each, longest due first, to workers that claim at the same time', async () => {
    const opened = await openOwnDatabase()
    db = opened
    const { team, ids } = await putDue(opened, 5_000)
    const given: string[] = []
    const placeOf = new Map(ids.map((id, place) => [id, place]))
    const claimAll = async (): Promise<void> => {
      for (let last = -1; ; ) {
        const claims = await claimDeliveries(opened, new Date(start), new Date(lease), 25)
        if (claims.length === 0) return
        expect(claims.every((claim) => claim.team === team && claim.fence === 1)).toBe(true)
        given.push(...claims.map(({ delivery }) => delivery))
        const places = claims.map(({ delivery }) => placeOf.get(delivery) ?? -1)
        expect(Math.min(...places)).toBeGreaterThan(last)
        last = Math.max(...places)
      }
    }
    await Promise.all([claimAll(), claimAll(), claimAll(), claimAll()])
    expect(given.toSorted()).toEqual(ids.toSorted())
    expect(await nextDeliveryDue(opened)).toEqual(new Date(lease))
  }, 120_000)

  it('do not keep another team’s from being found while theirs are to be left alone', async () => {
    const opened = await openOwnDatabase()
    db = opened
    const many = await putDue(opened, 5_000)
    const few = await putDue(opened, 3)
    const claims = await claimDeliveries(opened, new Date(start), new Date(lease), 25, [many.team])
    expect(claims.map(({ delivery }) => delivery).toSorted()).toEqual(few.ids.toSorted())
    expect(await nextDeliveryDue(opened, [many.team])).toEqual(new Date(lease))
    const [oldest] = await claimDeliveries(opened, new Date(start), new Date(lease), 1)
    expect(oldest?.delivery).toBe(many.ids[0])
  }, 120_000)
})

describe('an embedded database that is opened again', () => {
  it('gives out at once what the process before it had taken, under a higher fence', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
    try {
      const before = await openEmbedded(path.join(folder, 'data'))
      const { ids } = await putDue(before, 2)
      expect(await claimDeliveries(before, new Date(start), new Date(lease), 5)).toHaveLength(2)
      expect(await claimDeliveries(before, new Date(start), new Date(lease), 5)).toEqual([])
      await before.close()
      db = await openEmbedded(path.join(folder, 'data'))
      const again = await claimDeliveries(db, new Date(start), new Date(lease), 5)
      expect(again.map(({ delivery, fence }) => ({ delivery, fence })).toSorted(byDelivery)).toEqual(
        ids.map((delivery) => ({ delivery, fence: 2 })).toSorted(byDelivery),
      )
    } finally {
      await db?.close()
      db = null
      await rm(folder, { recursive: true, force: true })
    }
  }, 120_000)
})

const byDelivery = (a: { delivery: string }, b: { delivery: string }) => (a.delivery < b.delivery ? -1 : 1)
