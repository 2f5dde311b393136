import { and, eq, isNull } from 'drizzle-orm'
import type { CurrentMember, Deps } from '#api/context.ts'
import type { Db, Tx } from '#api/db/db.ts'
import { signInLasts } from '#api/db/directory-of-sign-ins.ts'
import { member } from '#api/db/schema/team.ts'
import type { TokenClaims } from '#api/tokens/tokens.ts'

/** An active member of the team as requests know them, or null. */
export async function readMember(db: Db, team: string, id: string): Promise<CurrentMember | null> {
  return db.asTeam(team, (tx) => findMember(tx, id))
}

/** The member that a token was issued to; null also where the sign-in that is kept of it has ended. */
export async function readSignedIn(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { team, member: id, signInId }: TokenClaims,
): Promise<CurrentMember | null> {
  return db.asTeam(team, async (tx) => {
    if (signInId !== undefined && !(await signInLasts(tx, signInId, id, new Date(clock.now())))) return null
    return findMember(tx, id)
  })
}

/** The same within a transaction of the team. */
export async function findMember(tx: Tx, id: string): Promise<CurrentMember | null> {
  const [row] = await tx
    .select()
    .from(member)
    .where(and(eq(member.id, id), isNull(member.disabledAt)))
  return row === undefined ? null : toCurrentMember(row)
}

/** A stored member as requests know them. */
export function toCurrentMember(row: typeof member.$inferSelect): CurrentMember {
  const { id, name, role, lead, psaIdentifier, timeZone, companies } = row
  return { id, name, role, lead, psaIdentifier, timeZone, companies }
}
