import { and, eq, isNull } from 'drizzle-orm'
import type { CurrentMember } from '#api/context.ts'
import type { Db } from '#api/db/db.ts'
import { member } from '#api/db/schema/team.ts'

/** An active member of the team as requests know them, or null. */
export async function readMember(db: Db, team: string, id: string): Promise<CurrentMember | null> {
  const rows = await db.asTeam(team, (tx) =>
    tx
      .select()
      .from(member)
      .where(and(eq(member.id, id), isNull(member.disabledAt))),
  )
  const row = rows[0]
  return row === undefined ? null : toCurrentMember(row)
}

/** A stored member as requests know them. */
export function toCurrentMember(row: typeof member.$inferSelect): CurrentMember {
  const { id, name, role, lead, psaIdentifier, timeZone, companies } = row
  return { id, name, role, lead, psaIdentifier, timeZone, companies }
}
