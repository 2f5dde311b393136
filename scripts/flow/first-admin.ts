import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CurrentMember } from '#api/context.ts'
import type { Db } from '#api/db/db.ts'
import { member } from '#api/db/schema/team.ts'
import { toCurrentMember } from '#api/features/members/read-member.ts'

/** The team's first active administrator. Throws where there is no such team, or nobody who administers it. */
export async function firstAdmin(db: Db, team: string): Promise<CurrentMember> {
  const [row] = await db.asTeam(team, (tx) =>
    tx
      .select()
      .from(member)
      .where(and(eq(member.role, 'team_admin'), isNull(member.disabledAt)))
      .orderBy(asc(member.createdAt), asc(member.id))
      .limit(1),
  )
  if (row === undefined)
    throw new Error(
      `There is no team ${team} with an active administrator. Its id is what "npm run connect" printed.`,
    )
  return toCurrentMember(row)
}
