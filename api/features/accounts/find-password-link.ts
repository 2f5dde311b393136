import { eq } from 'drizzle-orm'
import type { Deps } from '#api/context.ts'
import { findPasswordLink, type Whose } from '#api/db/directory-of-sign-ins.ts'
import { account } from '#api/db/schema/account.ts'
import { member } from '#api/db/schema/team.ts'
import { Problem } from '#api/problem.ts'
import type { PasswordLinkView } from '#shared/contracts/account.ts'
import { hashOf } from './secret-token.ts'

/** Whose password a link sets. It stays good. Throws `not_found` for one that is used, too old or unknown. */
export async function readPasswordLink(deps: Deps, link: string): Promise<PasswordLinkView> {
  return viewAccount(deps, await requireLink(deps, link))
}

/** Whose link it is. Throws the same. */
export async function requireLink({ db, clock }: Pick<Deps, 'db' | 'clock'>, link: string): Promise<Whose> {
  const whose = await findPasswordLink(db, hashOf(link), new Date(clock.now()))
  if (whose === null) throw noLink()
  return whose
}

export const noLink = () =>
  new Problem(
    'not_found',
    'This link was used already, or it is too old. Ask an administrator of your team for a new one.',
  )

/** An account as whoever holds its link sees it. */
export async function viewAccount(
  { db }: Pick<Deps, 'db'>,
  { team, member: id }: Whose,
): Promise<PasswordLinkView> {
  const [row] = await db.asTeam(team, (tx) =>
    tx
      .select({ name: member.name, email: account.email })
      .from(account)
      .innerJoin(member, eq(member.id, account.memberId))
      .where(eq(account.memberId, id)),
  )
  if (row === undefined) throw noLink()
  return row
}
