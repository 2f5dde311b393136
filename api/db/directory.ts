import { sql } from 'drizzle-orm'
import type { Db, Tx } from './db.ts'
import { rowsOf } from './rows.ts'

/** A delivery taken for a while by one worker; later claims carry a higher fence. */
export interface Claim {
  team: string
  delivery: string
  fence: number
}

/** The team that a pod's address belongs to, or null. */
export async function teamOfPodHandle(db: Db, handle: string): Promise<string | null> {
  const [row] = rowsOf(
    await db.withoutTeam((tx) => tx.execute(sql`select directory.team_of_pod_handle(${handle}) as team`)),
  )
  return typeof row?.team === 'string' ? row.team : null
}

/** Gives the team in context this pod handle, and no other. */
export async function setPodHandle(tx: Tx, handle: string): Promise<void> {
  await tx.execute(sql`select directory.set_pod_handle(${handle})`)
}

/** Makes a delivery of the team in context due; ends a lease that was on it. */
export async function scheduleDelivery(tx: Tx, delivery: string, at: Date): Promise<void> {
  await tx.execute(
    sql`select directory.schedule_delivery(${delivery}::uuid, ${at.toISOString()}::timestamptz)`,
  )
}

/** Makes a delivery of the team in context due never, until it is scheduled again; its fence goes on rising. */
export async function holdDelivery(tx: Tx, delivery: string): Promise<void> {
  await tx.execute(sql`select directory.hold_delivery(${delivery}::uuid)`)
}

/** Takes a delivery of the team in context off the due list for good. */
export async function unscheduleDelivery(tx: Tx, delivery: string): Promise<void> {
  await tx.execute(sql`select directory.unschedule_delivery(${delivery}::uuid)`)
}

/** Takes up to `most` due deliveries, of any team not `apart`, until `lease`; two workers never get the same one at once. */
export async function claimDeliveries(
  db: Db,
  at: Date,
  lease: Date,
  most: number,
  apart: readonly string[] = [],
): Promise<Claim[]> {
  const result = await db.withoutTeam((tx) =>
    tx.execute(
      sql`select team, delivery, fence from directory.claim_deliveries(${at.toISOString()}::timestamptz, ${lease.toISOString()}::timestamptz, ${most}, ${listed(apart)})`,
    ),
  )
  return rowsOf(result).map((row) => ({
    team: String(row.team),
    delivery: String(row.delivery),
    fence: Number(row.fence),
  }))
}

/** When the next delivery of a team not `apart` is due or a lease on one ends, or null where none waits. */
export async function nextDeliveryDue(db: Db, apart: readonly string[] = []): Promise<Date | null> {
  const [row] = rowsOf(
    await db.withoutTeam((tx) =>
      tx.execute(sql`select directory.next_delivery_due(${listed(apart)}) as due`),
    ),
  )
  const due = row?.due
  return due instanceof Date ? due : typeof due === 'string' ? new Date(due) : null
}

/** The two drivers take arrays in different ways, and a text in one. */
const listed = (teams: readonly string[]) => sql`string_to_array(${teams.join(',')}, ',')::uuid[]`
