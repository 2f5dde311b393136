import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import type { Deps } from '#api/context.ts'
import { accountOfEmail, type Whose } from '#api/db/directory-of-sign-ins.ts'
import { account } from '#api/db/schema/account.ts'
import { member } from '#api/db/schema/team.ts'

/** Stands for the team of an address that nobody has, so that refusing it takes the same steps. */
const nobody: Whose = {
  team: '00000000-0000-0000-0000-000000000000',
  member: '00000000-0000-0000-0000-000000000000',
}

/** An account that the right password was given for. */
export interface Proven extends Whose {
  /** The hash it was checked against: where the account has another by now, the password is no longer right. */
  passwordHash: string
}

/**
 * Whose e-mail address and password these are; null, written down, where they are nobody's, the password was never set
 * or the member is disabled. All of that takes the same reads, the same hash and the same write.
 */
export async function checkPassword(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'passwords'>,
  emailHash: string,
  password: string,
): Promise<Proven | null> {
  const whose = (await accountOfEmail(deps.db, emailHash)) ?? nobody
  const stored = await deps.db.asTeam(whose.team, async (tx) => {
    const [row] = await tx
      .select({ passwordHash: account.passwordHash })
      .from(account)
      .innerJoin(member, and(eq(member.teamId, account.teamId), eq(member.id, account.memberId)))
      .where(and(eq(account.memberId, whose.member), isNull(member.disabledAt)))
    return row?.passwordHash ?? null
  })
  const isRight = await deps.passwords.verify(password, stored)
  if (isRight && stored !== null) return { ...whose, passwordHash: stored }
  const context = { ...deps, team: whose.team, member: null }
  await deps.db.asTeam(whose.team, (tx) => recordAudit(tx, context, 'account.refused', whose.member))
  return null
}
