import { sql } from 'drizzle-orm'
import type { Tx } from './db.ts'
import { rowsOf } from './rows.ts'

/** Counts one more under the key, where counting began anew once `until` had come; the count, and until when it counts. */
export async function countUp(
  tx: Tx,
  key: string,
  now: Date,
  until: Date,
): Promise<{ times: number; until: number }> {
  const [row] = rowsOf(
    await tx.execute(
      sql`select times, until from directory.count_up(${key}, ${now.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz)`,
    ),
  )
  const ends = row?.until
  return {
    times: Number(row?.times),
    until: ends instanceof Date ? ends.getTime() : new Date(String(ends)).getTime(),
  }
}

/** How often was counted under the key. */
export async function countOf(tx: Tx, key: string, now: Date): Promise<number> {
  const [row] = rowsOf(
    await tx.execute(sql`select directory.count_of(${key}, ${now.toISOString()}::timestamptz) as times`),
  )
  return Number(row?.times ?? 0)
}

/** Counts one less. */
export async function countDown(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select directory.count_down(${key})`)
}

/** Forgets what was counted. */
export async function dropCount(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select directory.drop_count(${key})`)
}
