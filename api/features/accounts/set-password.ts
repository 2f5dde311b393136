import { eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import type { Deps } from '#api/context.ts'
import { endSignIns, takePasswordLink } from '#api/db/directory-of-sign-ins.ts'
import { account } from '#api/db/schema/account.ts'
import { findMember } from '#api/features/members/read-member.ts'
import { forgetMember } from '#api/http/authenticate.ts'
import { Problem } from '#api/problem.ts'
import type { PasswordLinkView, SetPassword } from '#shared/contracts/account.ts'
import { passwordLength, passwordProblem } from '#shared/policy/password-rule.ts'
import { noLink, requireLink, viewAccount } from './find-password-link.ts'
import { hashOf } from './secret-token.ts'

/**
 * Sets a member's password by their link, which it uses up; whoever was signed in as them no longer is. Throws
 * `invalid` for a password of another length than is asked, and `not_found` for a link that cannot be used.
 */
export async function setPassword(deps: Deps, { link, password }: SetPassword): Promise<PasswordLinkView> {
  if (passwordProblem(password) !== null)
    throw new Problem(
      'invalid',
      `Choose a password of ${passwordLength.least} to ${passwordLength.most} characters.`,
    )
  const whose = await requireLink(deps, link)
  const passwordHash = await deps.passwords.hash(password)
  const now = new Date(deps.clock.now())
  const { team } = whose
  await deps.db.asTeam(team, async (tx) => {
    // The account's row first: a sign-in by the old password that is under way waits, and is ended or refused.
    const set = { passwordHash, passwordSetAt: now }
    await tx.update(account).set(set).where(eq(account.memberId, whose.member))
    const id = await takePasswordLink(tx, hashOf(link), now)
    const member = id === null ? null : await findMember(tx, id)
    if (member === null || member.id !== whose.member) throw noLink()
    const ended = await endSignIns(tx, member.id)
    await recordAudit(tx, { ...deps, team, member }, 'account.password_set', member.id, { ended })
  })
  forgetMember({ ...deps, team }, whose.member)
  return viewAccount(deps, whose)
}
