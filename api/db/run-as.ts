import { sql } from 'drizzle-orm'
import type { Tx } from './db.ts'

/** Sets the team and the role for the rest of the transaction, in one round trip; both end with it. */
export async function runAsTeam(tx: Tx, team: string): Promise<void> {
  await tx.execute(sql`select set_config('app.team_id', ${team}, true), set_config('role', 'app_user', true)`)
}

/** Sets the role alone: no row of any team is visible. */
export async function runWithoutTeam(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('app.team_id', '', true), set_config('role', 'app_user', true)`)
}
